import { api, toResult } from "@/api/client.ts";
import type { components } from "@/api/generated/schema";
import type { ApiError } from "@/api/problem.ts";
import type { Result } from "@/lib/result.ts";
import "./error-texts.ts";

type Schemas = components["schemas"];
type Act = Promise<Result<unknown, ApiError>>;
export type Role = Schemas["RoleChange"]["role"];
export type NewInvitation = Schemas["InvitationCreate"];
export type MailTested = Readonly<Schemas["MailTested"]>;

const of = (user_id: string) => ({ params: { path: { user_id } } });

export function deactivateUser(user_id: string): Act {
  return toResult(api.POST("/api/v1/admin/users/{user_id}/deactivate", of(user_id)));
}

export function reactivateUser(user_id: string): Act {
  return toResult(api.POST("/api/v1/admin/users/{user_id}/reactivate", of(user_id)));
}

export function signOutUser(user_id: string): Act {
  return toResult(api.POST("/api/v1/admin/users/{user_id}/sign-out", of(user_id)));
}

export function setRole(user_id: string, role: Role): Act {
  return toResult(api.PUT("/api/v1/admin/users/{user_id}/role", { ...of(user_id), body: { role } }));
}

export function invite(body: NewInvitation): Act {
  return toResult(api.POST("/api/v1/admin/invitations", { body }));
}

export function revokeInvitation(invitation_id: string): Act {
  return toResult(api.DELETE("/api/v1/admin/invitations/{invitation_id}", { params: { path: { invitation_id } } }));
}

export function retryMail(mail_id: string): Act {
  return toResult(api.POST("/api/v1/admin/mail/{mail_id}/retry", { params: { path: { mail_id } } }));
}

export function sendTestMail(email: string): Promise<Result<MailTested, ApiError>> {
  return toResult(api.POST("/api/v1/admin/mail/test", { body: { email } }));
}

/** What has become of a letter so far. */
export function findMail(mail_id: string): Promise<Result<Readonly<Schemas["MailRead"]>, ApiError>> {
  return toResult(api.GET("/api/v1/admin/mail/{mail_id}", { params: { path: { mail_id } } }));
}

export function clearLockout(email: string): Act {
  return toResult(api.POST("/api/v1/admin/lockouts/clear", { body: { email } }));
}
