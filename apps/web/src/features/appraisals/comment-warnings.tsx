import classes from './comment-warnings.module.css';
import type { Saved } from './draft-saver.ts';

/** Words that may let a patient be recognised: a doubt, said at once, that blocks nothing. */
export function CommentWarnings({ warnings }: { readonly warnings: Saved['warnings'] }) {
  return (
    <div role="status">
      {warnings.length > 0 && (
        <ul className={classes.warnings}>
          {warnings.map(({ message }) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
