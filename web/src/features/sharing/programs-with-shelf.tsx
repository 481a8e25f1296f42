import { ProgramsPage } from "@/features/programs/shelf/programs-page.tsx";
import { SharedHere } from "./shared-here.tsx";

/** The shelf with what others of this instance have put there. */
export function ProgramsWithShelf() {
  return <ProgramsPage shared={<SharedHere />} />;
}
