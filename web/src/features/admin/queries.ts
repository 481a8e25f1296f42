import { useCallback } from "react";
import { api, toResult } from "@/api/client.ts";
import type { components } from "@/api/generated/schema";
import type { ApiError } from "@/api/problem.ts";
import { useRemote, type Remote } from "@/features/account/use-remote.ts";
import type { Result } from "@/lib/result.ts";
import { startOfDay, startOfNextDay, type AuditFilters } from "./audit-filters.ts";
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

const findSystem = () => toResult(api.GET("/api/v1/admin/system"));

export function useSystem(): Remote<SystemState> {
  return useRemote(findSystem);
}

export function useUsers(search: string, standing: Standing | null): Paged<AdminUser> {
  return usePaged(`${standing ?? ""}:${search}`, async (cursor, limit) => {
    const query = { search, standing, cursor, limit };
    return mapPage(await toResult(api.GET("/api/v1/admin/users", { params: { query } })), ({ users }) => users);
  });
}

const findInvitations = () => toResult(api.GET("/api/v1/admin/invitations"));

export function useInvitations(): Remote<InvitationList> {
  return useRemote(findInvitations);
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

const findAuditTypes = () => toResult(api.GET("/api/v1/admin/audit/event-types"));

/** All types of event there can be; empty until they are known. */
export function useAuditTypes(): readonly string[] {
  const types = useRemote(findAuditTypes);
  return types.status === "ready" ? types.data.event_types : [];
}

export function useMails(state: MailState | null): Remote<MailList> {
  return useRemote(useCallback(() => toResult(api.GET("/api/v1/admin/mail", { params: { query: { state } } })), [state]));
}

const findLockouts = () => toResult(api.GET("/api/v1/admin/lockouts"));

export function useLockouts(): Remote<LockoutList> {
  return useRemote(findLockouts);
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
