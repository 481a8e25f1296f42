import { api, toResult } from "@/api/client.ts";
import type { components } from "@/api/generated/schema";
import type { ApiError } from "@/api/problem.ts";
import type { Result } from "@/lib/result.ts";
import { startOfDay, startOfNextDay, type AuditFilters } from "./audit-filters.ts";
import { useAnswer, type Answer } from "./use-answer.ts";
import { usePaged, type PageOf, type Paged } from "./use-paged.ts";

type Schemas = components["schemas"];
export type AdminUser = Readonly<Schemas["AdminUser"]>;
export type Standing = AdminUser["standing"];
export type Invitation = Readonly<Schemas["InvitationRead"]>;
export type InvitationList = Readonly<Schemas["InvitationList"]>;
export type AuditEntry = Readonly<Schemas["AuditEntry"]>;
export type Mail = Readonly<Schemas["MailRead"]>;
export type MailList = Readonly<Schemas["MailList"]>;
export type MailState = Mail["state"];
export type LockoutList = Readonly<Schemas["LockoutList"]>;
export type SystemState = Readonly<Schemas["SystemRead"]>;
export type JobKind = Readonly<Schemas["JobKind"]>;

// Nothing of this is kept on the device: it is about other people, and only true now.

export function useSystem(): Answer<SystemState> {
  return useAnswer("system", () => toResult(api.GET("/api/v1/admin/system")));
}

export function useUsers(search: string, standing: Standing | null): Paged<AdminUser> {
  return usePaged(`${standing ?? ""}:${search}`, async (cursor, limit) => {
    const query = { search, standing, cursor, limit };
    return mapPage(await toResult(api.GET("/api/v1/admin/users", { params: { query } })), ({ users }) => users);
  });
}

export function useInvitations(): Answer<InvitationList> {
  return useAnswer("invitations", () => toResult(api.GET("/api/v1/admin/invitations")));
}

export function useAuditEvents(filters: AuditFilters, time_zone: string): Paged<AuditEntry> {
  const { event_type, outcome, email, ip, from, to } = filters;
  return usePaged(JSON.stringify([filters, time_zone]), async (cursor, limit) => {
    const query = {
      event_type: event_type || null,
      outcome: outcome || null,
      email,
      ip,
      start_date: startOfDay(from, time_zone),
      end_date: startOfNextDay(to, time_zone),
      cursor,
      page_size: limit,
    };
    return mapPage(await toResult(api.GET("/api/v1/admin/audit/events", { params: { query } })), ({ entries }) => entries);
  });
}

export function useAuditTypes(): Answer<readonly string[]> {
  return useAnswer("audit_types", async () => {
    const answer = await toResult(api.GET("/api/v1/admin/audit/event-types"));
    return answer.ok ? { ok: true, value: answer.value.event_types } : answer;
  });
}

export function useMails(state: MailState | null): Answer<MailList> {
  return useAnswer(`mail:${state ?? ""}`, () => toResult(api.GET("/api/v1/admin/mail", { params: { query: { state } } })));
}

export function useLockouts(): Answer<LockoutList> {
  return useAnswer("lockouts", () => toResult(api.GET("/api/v1/admin/lockouts")));
}

interface ServerPage {
  readonly total: number;
  readonly next_cursor: string | null;
}

function mapPage<Page extends ServerPage, Row>(
  answer: Result<Page, ApiError>,
  rowsOf: (page: Page) => readonly Row[],
): Result<PageOf<Row>, ApiError> {
  if (!answer.ok) return answer;
  const { total, next_cursor } = answer.value;
  return { ok: true, value: { rows: rowsOf(answer.value), total, next_cursor } };
}
