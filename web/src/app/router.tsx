import { Suspense, useEffect } from "react";
import { Redirect, Route, Switch, useLocation } from "wouter";
import { useProfile } from "@/features/auth/profile.ts";
import { useSession } from "@/features/auth/session.ts";
import { Skeleton } from "@/ui/skeleton.tsx";
import { ErrorBoundary } from "./error-boundary.tsx";
import { NotFoundPage } from "./not-found-page.tsx";
import { ROUTES } from "./routes.ts";
import { PublicShell, Shell } from "./shell.tsx";
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
          <NotFoundPage />
        </SignedIn>
      </Route>
    </Switch>
  );
}

interface FrameProps {
  readonly path: string;
  readonly children: React.ReactNode;
}

/** The frame of pages that need an account: an expired session still shows what is on the device. */
function SignedIn({ path, children }: FrameProps) {
  const session = useSession();
  const profile = useProfile();
  const [, navigate] = useLocation();
  const unwelcomed = path === "/" && profile?.welcomed === false;
  useEffect(() => {
    if (unwelcomed) navigate("/welcome", { replace: true });
  }, [unwelcomed, navigate]);
  if (session.status === "signed_out") {
    const next = path === "/" ? "" : `?next=${encodeURIComponent(path)}`;
    return <Redirect to={`/sign-in${next}`} replace />;
  }
  return (
    <Shell path={path}>
      <PageFrame path={path}>{children}</PageFrame>
    </Shell>
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
