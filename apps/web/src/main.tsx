import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { App } from './app/app.js';
import { followLanguage } from './strings/language.js';
import { followTheme } from './theme/theme.js';

followTheme();
followLanguage();

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
