import { err, ok, type Result } from "@/lib/result.ts";
import { MAX_CHARACTERS } from "@/training/programs/limits.ts";
import { toName } from "./model/names.ts";

/** Four bytes a character at most, and as many lines as fit. */
const MAX_BYTES = 4 * MAX_CHARACTERS;

export type FileProblem = "too_large" | "not_text";

/** The text of a chosen file, if it is a text that can be a program; errors inside are the editor's to show. */
export async function readProgramFile(file: File): Promise<Result<string, FileProblem>> {
  if (file.size > MAX_BYTES) return err("too_large");
  const bytes = await file.arrayBuffer();
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return err("not_text");
  }
  if (text.length > MAX_CHARACTERS) return err("too_large");
  // Control characters are in no text that a person wrote.
  // oxlint-disable-next-line no-control-regex
  return /[\u0000-\u0008\u000E-\u001F]/.test(text) ? err("not_text") : ok(text.replaceAll(/\r\n?/g, "\n"));
}

/** Have the browser save a program as a text file. */
export function saveProgramFile(title: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = `${toName(title, "program")}.txt`;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser has begun to read by then.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
