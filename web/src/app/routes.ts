import { firstPage, lazyPage, type LazyPage } from "./lazy-page.tsx";

export interface RouteEntry {
  readonly path: string;
  readonly page: LazyPage;
  /** Reachable without being signed in; shown without the navigation. */
  readonly public?: true;
}

/** Every page of the app. Order matters: the first match wins, so fixed paths stand before `:id`. */
export const ROUTES: readonly RouteEntry[] = [
  { path: "/", page: firstPage(() => import("@/features/analytics/home-page.tsx"), "HomePage", "home") },
  { path: "/sign-in", page: firstPage(() => import("@/features/auth/sign-in-page.tsx"), "SignInPage", "sign_in"), public: true },
  { path: "/auth/verify", page: firstPage(() => import("@/features/auth/verify-page.tsx"), "VerifyPage", "sign_in"), public: true },
  {
    path: "/auth/confirm-email",
    page: firstPage(() => import("@/features/auth/confirm-email-page.tsx"), "ConfirmEmailPage", "sign_in"),
    public: true,
  },
  { path: "/auth/oidc", page: lazyPage(() => import("@/features/account/oidc-arrival-page.tsx"), "OidcArrivalPage"), public: true },
  { path: "/welcome", page: lazyPage(() => import("@/features/settings/welcome-page.tsx"), "WelcomePage") },
  { path: "/train", page: lazyPage(() => import("@/features/enrolments/train-with-programs.tsx"), "TrainWithPrograms") },
  { path: "/train/:id", page: lazyPage(() => import("@/features/workouts/screen/workout-screen.tsx"), "WorkoutScreen") },
  { path: "/train/:id/finish", page: lazyPage(() => import("@/features/enrolments/finish-with-changes.tsx"), "FinishWithChanges") },
  { path: "/templates", page: lazyPage(() => import("@/features/programs/templates-page.tsx"), "TemplatesPage") },
  { path: "/templates/:id", page: lazyPage(() => import("@/features/sharing/template-with-sharing.tsx"), "TemplateWithSharing") },
  { path: "/programs/enrol/library/:slug", page: lazyPage(() => import("@/features/enrolments/enrol-page.tsx"), "EnrolPage") },
  { path: "/programs/enrol/:version_id", page: lazyPage(() => import("@/features/enrolments/enrol-page.tsx"), "EnrolPage") },
  { path: "/programs", page: lazyPage(() => import("@/features/sharing/programs-with-shelf.tsx"), "ProgramsWithShelf") },
  { path: "/programs/new", page: lazyPage(() => import("@/features/programs/shelf/new-program-page.tsx"), "NewProgramPage") },
  {
    path: "/programs/library/:slug",
    page: lazyPage(() => import("@/features/programs/page/library-program-page.tsx"), "LibraryProgramPage"),
  },
  { path: "/programs/:id", page: lazyPage(() => import("@/features/sharing/program-with-sharing.tsx"), "ProgramWithSharing") },
  { path: "/programs/:id/edit", page: lazyPage(() => import("@/features/programs/editor/editor-page.tsx"), "ProgramEditorPage") },
  { path: "/shared/:token", page: lazyPage(() => import("@/features/sharing/shared-page.tsx"), "SharedPage") },
  { path: "/enrolments/:id", page: lazyPage(() => import("@/features/enrolments/enrolment-page.tsx"), "EnrolmentPage") },
  { path: "/history", page: lazyPage(() => import("@/features/workouts/history-page.tsx"), "HistoryPage") },
  { path: "/history/calendar", page: lazyPage(() => import("@/features/workouts/calendar-page.tsx"), "CalendarPage") },
  { path: "/workouts/new", page: lazyPage(() => import("@/features/workouts/past-workout-page.tsx"), "PastWorkoutPage") },
  { path: "/workouts/:id", page: lazyPage(() => import("@/features/workouts/workout-page.tsx"), "WorkoutPage") },
  { path: "/workouts/:id/edit", page: lazyPage(() => import("@/features/workouts/screen/workout-screen.tsx"), "WorkoutScreen") },
  { path: "/exercises", page: lazyPage(() => import("@/features/exercises/exercises-page.tsx"), "ExercisesPage") },
  { path: "/exercises/new", page: lazyPage(() => import("@/features/exercises/new-exercise-page.tsx"), "NewExercisePage") },
  { path: "/exercises/:id", page: lazyPage(() => import("@/features/analytics/exercise-page.tsx"), "ExercisePage") },
  { path: "/progress", page: lazyPage(() => import("@/features/analytics/progress-page.tsx"), "ProgressPage") },
  { path: "/body", page: lazyPage(() => import("@/features/recovery/body-page.tsx"), "BodyPage") },
  { path: "/import", page: lazyPage(() => import("@/features/imports/import-page.tsx"), "ImportPage") },
  { path: "/imports/:id", page: lazyPage(() => import("@/features/imports/import-detail-page.tsx"), "ImportDetailPage") },
  { path: "/export", page: lazyPage(() => import("@/features/exports/export-page.tsx"), "ExportPage") },
  { path: "/more", page: lazyPage(() => import("@/features/settings/more-page.tsx"), "MorePage") },
  { path: "/settings", page: lazyPage(() => import("@/features/settings/settings-page.tsx"), "SettingsPage") },
  { path: "/settings/gym", page: lazyPage(() => import("@/features/settings/gym-page.tsx"), "GymPage") },
  { path: "/settings/security", page: lazyPage(() => import("@/features/account/security-page.tsx"), "SecurityPage") },
  { path: "/settings/tokens", page: lazyPage(() => import("@/features/account/tokens-page.tsx"), "TokensPage") },
  { path: "/settings/account", page: lazyPage(() => import("@/features/account/account-page.tsx"), "AccountPage") },
  { path: "/device", page: lazyPage(() => import("@/features/settings/device-page.tsx"), "DevicePage") },
  { path: "/admin", page: lazyPage(() => import("@/features/admin/admin-pages.tsx"), "AdminPages") },
  { path: "/admin/users", page: lazyPage(() => import("@/features/admin/admin-pages.tsx"), "AdminPages") },
  { path: "/admin/audit", page: lazyPage(() => import("@/features/admin/admin-pages.tsx"), "AdminPages") },
  { path: "/admin/mail", page: lazyPage(() => import("@/features/admin/admin-pages.tsx"), "AdminPages") },
  { path: "/admin/limits", page: lazyPage(() => import("@/features/admin/admin-pages.tsx"), "AdminPages") },
  { path: "/about", page: lazyPage(() => import("@/features/settings/about-page.tsx"), "AboutPage"), public: true },
];

/** Any other path. */
export const NOT_FOUND = firstPage(() => import("./not-found-page.tsx"), "NotFoundPage");

export function findRoute(path: string): RouteEntry | undefined {
  return ROUTES.find((route) => new RegExp(`^${route.path.replaceAll(/:\w+/g, "[^/]+")}/?$`).test(path));
}

/** Load a page's chunk when a finger or pointer is already on its link. */
export function preloadPath(path: string): void {
  void findRoute(path)?.page.preload();
}
