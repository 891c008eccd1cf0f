import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';
import { darkTokens, lightTokens } from './tokens.ts';

const brand: MantineColorsTuple = [
  lightTokens['--brand-tint'],
  '#c6e2e1',
  '#9ccccb',
  '#6fb3b4',
  '#45989b',
  darkTokens['--brand'],
  '#17686f',
  lightTokens['--brand'],
  '#0c4a50',
  '#0a393e',
];

/** A colour that means a state has one solid value: Mantine's ten shades are all that one. */
const solid = (value: string): MantineColorsTuple => [
  value,
  value,
  value,
  value,
  value,
  value,
  value,
  value,
  value,
  value,
];

/** Mantine's greys of the dark scheme, in the tint of our own surfaces. */
const night: MantineColorsTuple = [
  darkTokens['--ink'],
  '#cfd8de',
  darkTokens['--soft'],
  darkTokens['--control-line'],
  darkTokens['--line'],
  darkTokens['--mute-tint'],
  darkTokens['--quiet'],
  darkTokens['--card'],
  '#151c21',
  darkTokens['--page'],
];

const overlay = {
  overlayProps: { backgroundOpacity: 0.4 },
  closeButtonProps: { 'aria-label': 'Fermer' },
};

/** DESIGN tokens as a Mantine theme. One filled button a screen, so the quiet one is the default. */
export const theme = createTheme({
  primaryColor: 'brand',
  primaryShade: { light: 7, dark: 5 },
  colors: {
    brand,
    dark: night,
    ok: solid(lightTokens['--ok-solid']),
    ready: solid(lightTokens['--ready-solid']),
    warn: solid(lightTokens['--warn-solid']),
    bad: solid(lightTokens['--bad-solid']),
  },
  fontFamily: "'Figtree Variable', system-ui, sans-serif",
  fontSizes: { xs: '0.8125rem', sm: '0.9375rem', md: '0.9375rem', lg: '1rem', xl: '1.25rem' },
  lineHeights: { xs: '1.45', sm: '1.45', md: '1.45', lg: '1.45', xl: '1.3' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.375rem', xl: '1.75rem' },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '10px', xl: '16px' },
  defaultRadius: 'md',
  headings: {
    fontFamily: "'Figtree Variable', system-ui, sans-serif",
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '1.5rem', lineHeight: '1.25', fontWeight: '680' },
      h2: { fontSize: '1rem', lineHeight: '1.4' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.4' },
    },
  },
  respectReducedMotion: true,
  shadows: { xs: 'none', sm: 'none', md: 'none', lg: 'none', xl: 'none' },
  // Plain objects: `Modal.extend` would bring the component into the first load of every page.
  components: {
    Button: { defaultProps: { variant: 'default' } },
    // A field is asked for unless its label says « facultatif »: no mark on one form and none on others.
    InputWrapper: { defaultProps: { withAsterisk: false } },
    Anchor: { defaultProps: { underline: 'hover' } },
    Modal: { defaultProps: { ...overlay, radius: 'lg', centered: true } },
    Drawer: { defaultProps: overlay },
    Notification: { defaultProps: { withBorder: true } },
  },
});

const mantineSurfaces = {
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-body': 'var(--card)',
  '--mantine-color-dimmed': 'var(--soft)',
  '--mantine-color-placeholder': 'var(--soft)',
  '--mantine-color-anchor': 'var(--brand-text)',
  '--mantine-color-error': 'var(--bad)',
  '--mantine-color-default': 'var(--card)',
  '--mantine-color-default-hover': 'var(--quiet)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line)',
};

/** The tokens and Mantine's own surfaces, by colour scheme. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: { ...lightTokens, ...mantineSurfaces },
  dark: { ...darkTokens, ...mantineSurfaces },
});
