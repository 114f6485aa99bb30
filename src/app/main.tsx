import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../screen/ui/tokens.css';
import './theme.css';
import { App } from './App.tsx';
import { installAppearance } from './appearance.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { installLayout } from './page-layout.ts';
import { start } from './start.ts';

installAppearance();
installLayout();
void start();

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <ErrorBoundary>
      <App />
    </ErrorBoundary>
  </StrictMode>,
);
