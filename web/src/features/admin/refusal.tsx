import { TriangleAlert } from "lucide-react";
import { errorMessage, type CodedError } from "@/i18n/error-message.ts";
import { Notice } from "@/ui/states.tsx";

/** Why the server did not do it. */
export function Refusal({ error }: { readonly error: CodedError }) {
  return (
    <Notice tone="danger" icon={<TriangleAlert size={20} />}>
      <p role="alert">{errorMessage(error)}</p>
    </Notice>
  );
}
