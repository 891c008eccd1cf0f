import classes from './skip-link.module.css';

/** First stop of the keyboard: past the navigation. */
export function SkipLink() {
  return (
    <a href="#contenu" className={classes.skip}>
      Aller au contenu
    </a>
  );
}
