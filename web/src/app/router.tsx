import { Suspense } from "react";
import { Redirect, Route, Switch, useLocation } from "wouter";
import { useSession } from "@/features/auth/session.ts";
import { Skeleton } from "@/ui/skeleton.tsx";
import { ErrorBoundary } from "./error-boundary.tsx";
import { PublicShell } from "./public-shell.tsx";
import { NOT_FOUND, ROUTES } from "./routes.ts";
import { SIGNED_IN } from "./signed-in-frame.ts";
import { useArrival } from "./use-arrival.ts";

const SKELETON_HEIGHTS = [40, 160, 96, 96, 96];

export function Router() {
  const [path] = useLocation();
  useArrival(path);
  return (
    <Switch>
      {ROUTES.map((route) => (
        <Route key={route.path} path={route.path}>
          {route.public ? (
            <PublicShell>
              <PageFrame path={path}>
                <route.page.Component />
              </PageFrame>
            </PublicShell>
          ) : (
            <SignedIn path={path}>
              <route.page.Component />
            </SignedIn>
          )}
        </Route>
      ))}
      <Route>
        <SignedIn path={path}>
          <NOT_FOUND.Component />
        </SignedIn>
      </Route>
    </Switch>
  );
}

interface FrameProps {
  readonly path: string;
  readonly children: React.ReactNode;
}

/** Pages that need an account; an expired session still shows what is on the device. */
function SignedIn({ path, children }: FrameProps) {
  const session = useSession();
  if (session.status === "signed_out") {
    const next = path === "/" ? "" : `?next=${encodeURIComponent(path)}`;
    return <Redirect to={`/sign-in${next}`} replace />;
  }
  return (
    <Suspense fallback={<PageSkeleton />}>
      <SIGNED_IN.Component path={path}>
        <PageFrame path={path}>{children}</PageFrame>
      </SIGNED_IN.Component>
    </Suspense>
  );
}

/** A failing page leaves the navigation standing; the next path tries anew. */
function PageFrame({ path, children }: FrameProps) {
  return (
    <ErrorBoundary key={path}>
      <Suspense fallback={<PageSkeleton />}>{children}</Suspense>
    </ErrorBoundary>
  );
}

function PageSkeleton() {
  return (
    <div className="page-skeleton">
      <Skeleton heights={SKELETON_HEIGHTS} />
    </div>
  );
}
