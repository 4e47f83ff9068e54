import { Component, type ReactNode } from 'react';

import { Problem } from '../ui/problem.js';

interface Props {
  readonly children: ReactNode;
}

interface State {
  readonly error: Error | null;
}

/** A page that fails to be drawn, or to be fetched, says so and leaves the navigation usable. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: Error): State {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return <Problem error={error} onRetry={() => window.location.reload()} />;
  }
}
