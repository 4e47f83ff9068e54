import { QueryClientProvider } from '@tanstack/react-query';

import { createQueryClient } from '../api/query-client.js';
import { ErrorBoundary } from './error-boundary.js';
import { Layout } from './layout.js';
import { Routes } from './routes.js';

const queryClient = createQueryClient();

export const App = () => (
  <QueryClientProvider client={queryClient}>
    <Layout>
      <ErrorBoundary>
        <Routes />
      </ErrorBoundary>
    </Layout>
  </QueryClientProvider>
);
