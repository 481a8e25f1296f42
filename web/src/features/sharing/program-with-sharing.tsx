import { useParams } from "wouter";
import { ProgramPage } from "@/features/programs/page/program-page.tsx";
import { ShareProgram } from "./share-button.tsx";
import { UpdateOffer } from "./update-offer.tsx";

/** The page of a program with its links and what its source offers. */
export function ProgramWithSharing() {
  const { id } = useParams<{ id: string }>();
  return <ProgramPage share={<ShareProgram program_id={id} />} offer={<UpdateOffer key={id} program_id={id} />} />;
}
