import '@fontsource-variable/figtree/index.css';
import '@mantine/core/styles.layer.css';
import './app/global.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { ProblemError } from './lib/problem-error.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has lost its #root');
// A refused page is an answer, shown as such: only the page's own faults go to the console.
const onCaughtError = (error: unknown) => {
  if (!(error instanceof ProblemError)) console.error(error);
};
createRoot(root, { onCaughtError }).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
