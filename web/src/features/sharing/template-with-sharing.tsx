import { useParams } from "wouter";
import { TemplatePage } from "@/features/programs/template-page.tsx";
import { ShareTemplate } from "./share-button.tsx";

/** The page of a template with its links. */
export function TemplateWithSharing() {
  const { id } = useParams<{ id: string }>();
  return <TemplatePage share={<ShareTemplate template_id={id} />} />;
}
