import { Component, type ReactNode } from "react";
import { CrashPage } from "./crash-page.tsx";

interface State {
  readonly error: Error | null;
}

/** React offers error boundaries as classes only. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render() {
    return this.state.error ? <CrashPage error={this.state.error} /> : this.props.children;
  }
}
