import { expect, test } from "./fixtures.ts";

test(
  "an own exercise is made, found with a typing error, renamed, deleted and brought back",
  { tag: "@desktop" },
  async ({ signedIn: page }) => {
    await page.goto("/exercises/new?name=Zottel+Press");
    await page.getByLabel("Equipment").selectOption("barbell");
    await page.getByRole("group", { name: "Main muscles" }).getByRole("button", { name: "Chest" }).click();
    await page.getByRole("button", { name: "Create exercise" }).click();
    await expect(page.getByRole("heading", { name: "Zottel Press" })).toBeVisible();

    await page.goto("/exercises");
    await page.getByLabel("Name, muscle or equipment").fill("zotel");
    await expect(page.getByRole("link", { name: /Zottel Press/ })).toBeVisible();
    await page.getByRole("button", { name: "Edit Zottel Press" }).click();
    await page.getByLabel("Name", { exact: true }).fill("Zottel Bench");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("link", { name: /Zottel Bench/ })).toBeVisible();

    await page.getByRole("button", { name: "Edit Zottel Bench" }).click();
    await page.getByRole("button", { name: "Delete exercise" }).click();
    await expect(page.getByRole("link", { name: /Zottel Bench/ })).toHaveCount(0);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(page.getByRole("link", { name: /Zottel Bench/ })).toBeVisible();
  },
);

test("the library is searched without a network, by muscle, equipment and favourites too", async ({ signedIn: page }) => {
  await page.goto("/exercises");
  await expect(page.getByText(/^1,\d\d\d exercises$/)).toBeVisible();
  await page.getByLabel("Name, muscle or equipment").fill("dumbell chest");
  await expect(page.getByRole("list", { name: "Exercises" }).getByRole("link").first()).toContainText("Dumbbell");
  await page.getByLabel("Name, muscle or equipment").fill("");
  await page.getByRole("button", { name: "Favourite: Squat (Barbell)" }).click();
  await page.getByRole("button", { name: "Favourites", exact: true }).click();
  await expect(page.getByText("1 exercise", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Favourites", exact: true }).click();

  await page.getByRole("button", { name: "What I have" }).click();
  const dialog = page.getByRole("dialog", { name: "My equipment" });
  await dialog.getByRole("button", { name: "None of it" }).click();
  await dialog.getByRole("button", { name: "Dumbbell" }).click();
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("link", { name: /Deadlift \(Barbell\)/ })).toHaveCount(0);
  await page.context().setOffline(true);
  await page.getByLabel("Name, muscle or equipment").fill("curl");
  await expect(page.getByRole("link", { name: /Curl \(Dumbbell\)/ }).first()).toBeVisible();
});
