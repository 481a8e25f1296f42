import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { describe, expect, it } from "vitest";
import { renderInApp } from "@/test-render.tsx";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";

function Example() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Open</Button>
      <Dialog open={open} title="Plates" onClose={() => setOpen(false)}>
        <p>Two of 20</p>
      </Dialog>
    </>
  );
}

describe("Dialog", () => {
  it("opens as a modal with its title as name, closes, and gives the focus back", async () => {
    renderInApp(<Example />);
    const opener = screen.getByRole("button", { name: "Open" });
    opener.focus();
    await userEvent.click(opener);
    expect(screen.getByRole<HTMLDialogElement>("dialog", { name: "Plates" }).open).toBe(true);
    await userEvent.click(screen.getByRole("button", { name: "Close" }));
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(document.activeElement).toBe(opener);
  });
});
