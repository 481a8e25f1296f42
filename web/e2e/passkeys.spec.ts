import { existsSync } from "node:fs";
import { stat } from "node:fs/promises";
import type { BrowserContext, Page } from "@playwright/test";
import { keysOf, plugIn, touch, type Device } from "./authenticator.ts";
import { expect, passWelcome, signIn, test } from "./fixtures.ts";
import type { RunningServer } from "./server.ts";

test.use({ hostname: "localhost" });

/** A page with a device; it notes when an offer to use a passkey has begun to wait. */
async function plugInto(page: Page): Promise<Device> {
  await page.addInitScript(() => {
    const { credentials } = navigator;
    const ask = credentials.get.bind(credentials);
    credentials.get = (options) => {
      document.documentElement.dataset["offered"] = "yes";
      return ask(options);
    };
  });
  return plugIn(page);
}

/** Add a passkey by the API, from the page of who is signed in there, and have its name be `nickname`. */
async function register(page: Page, device: Device, nickname: string): Promise<void> {
  await touch(device, true);
  await page.evaluate(async (name) => {
    const token = /csrf_token=([^;]+)/.exec(document.cookie)?.[1] ?? "";
    const post = async (path: string, body?: unknown) => {
      const answer = await fetch(`/api/v1/auth/webauthn/register/${path}`, {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-CSRF-Token": token },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
      return answer.json() as Promise<{ options: PublicKeyCredentialCreationOptionsJSON; challenge_id: string }>;
    };
    const { options, challenge_id } = await post("start");
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
    const credential = (await navigator.credentials.create({ publicKey })) as PublicKeyCredential;
    await post("finish", { challenge_id, nickname: name, credential: credential.toJSON() as unknown });
  }, nickname);
  await touch(device, false);
}

/** The same person's browser after the session has ended there, with nothing of them left. */
async function leave(page: Page): Promise<void> {
  await page.context().clearCookies();
  await page.goto("/about");
  await page.evaluate(() => localStorage.clear());
}

async function newPerson(page: Page, server: RunningServer, email: string): Promise<Device> {
  const device = await plugInto(page);
  await signIn(page, server, email);
  await passWelcome(page);
  return device;
}

/** Tap the button, with the finger on the device since the offer in the field waits: that one is not meant. */
async function useButton(page: Page, device: Device): Promise<void> {
  await expect(passkeyButton(page)).toBeVisible();
  await page.waitForFunction(() => document.documentElement.dataset["offered"] === "yes");
  await touch(device, true);
  await passkeyButton(page).click();
}

const passkeyButton = (page: Page) => page.getByRole("button", { name: "Sign in with a passkey" });

test("a passkey proves who sits there, signs in by the button, and by the offer in the e-mail field", async ({
  page,
  server,
  email,
}) => {
  const device = await newPerson(page, server, email);
  await register(page, device, "Phone");

  // The proof of a sign-in lasts ten minutes; here the server seems to find it too old until a new one is given.
  let is_old = true;
  await page.route("**/api/v1/auth/me", (route) =>
    is_old ? route.fulfill({ status: 403, json: { code: "auth.proof_required" } }) : route.continue(),
  );
  await page.route("**/api/v1/auth/webauthn/prove/finish", (route) => {
    is_old = false;
    return route.continue();
  });
  await touch(device, true);
  await page.goto("/more");
  const proven = page.waitForResponse("**/api/v1/auth/webauthn/prove/finish");
  await page.getByRole("dialog", { name: "Is it you?" }).getByRole("button", { name: "Use a passkey" }).click();
  expect((await proven).status()).toBe(200);
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await touch(device, false);
  await leave(page);

  await page.goto("/sign-in?next=/history");
  await useButton(page, device);
  await expect(page).toHaveURL("/history");
  await touch(device, false);
  await leave(page);

  // Choosing what the browser offers in the field is what the device's touch stands for here.
  await touch(device, true);
  await page.goto("/sign-in");
  await expect(page).toHaveURL("/");
  await expect(page.getByRole("heading", { name: "Welcome" })).toBeVisible();
});

test("two devices sign in; the one that was removed is refused in words and forgets its passkey", async ({
  page,
  browser,
  server,
  email,
}) => {
  const phone = await newPerson(page, server, email);
  await register(page, phone, "Phone");
  const other: BrowserContext = await browser.newContext({ baseURL: server.url });
  const laptop_page = await other.newPage();
  const laptop = await plugInto(laptop_page);
  await signIn(laptop_page, server, email);
  await register(laptop_page, laptop, "Laptop");
  await leave(laptop_page);
  await laptop_page.goto("/sign-in");
  await useButton(laptop_page, laptop);
  await expect(laptop_page).toHaveURL("/");
  await touch(laptop, false);

  // The phone is lost: the laptop takes its passkey away.
  await laptop_page.evaluate(async () => {
    const csrf = /csrf_token=([^;]+)/.exec(document.cookie)?.[1] ?? "";
    const base_path = "/api/v1/auth/webauthn/credentials";
    const { passkeys } = (await (await fetch(base_path)).json()) as { passkeys: { id: string; nickname: string }[] };
    const lost = passkeys.find(({ nickname }) => nickname === "Phone");
    const answer = await fetch(`${base_path}/${lost?.id}`, { method: "DELETE", headers: { "X-CSRF-Token": csrf } });
    if (!answer.ok) throw new Error(await answer.text());
  });
  await other.close();
  await leave(page);
  expect(await keysOf(phone)).toHaveLength(1);
  await touch(phone, true);
  await page.goto("/sign-in");
  await expect(page.getByText("The passkey was not accepted.", { exact: false })).toBeVisible();
  await expect(page).toHaveURL("/sign-in");
  await expect.poll(() => keysOf(phone)).toHaveLength(0);
});

test("under another host name there are no passkeys, and a closed window is no error", async ({ page, server, email }) => {
  const device = await newPerson(page, server, email);
  await register(page, device, "Phone");
  await leave(page);
  await page.goto("/sign-in");
  await device.devtools.send("WebAuthn.setUserVerified", { authenticatorId: device.id, isUserVerified: false });
  await passkeyButton(page).click();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("alert").filter({ hasText: /./ })).toHaveCount(0);

  await page.goto(`${server.url.replace("localhost", "127.0.0.1")}/sign-in`);
  await expect(page.getByRole("button", { name: "Continue" })).toBeVisible();
  await expect(passkeyButton(page)).toHaveCount(0);
});

test("a new visitor's browser loads less than 100 KiB of scripts to sign in", async ({ page, server, email }) => {
  // Where nobody has an account, nobody is offered a passkey.
  await server.run("user", "create", email);
  const scripts = new Set<string>();
  page.on("request", (request) => {
    if (request.resourceType() === "script" || request.url().endsWith(".js")) scripts.add(new URL(request.url()).pathname);
  });
  await page.goto("/sign-in");
  await expect(passkeyButton(page)).toBeVisible();
  await page.waitForLoadState("networkidle");
  const files = [...scripts].map((path) => `dist${path}`).filter((file) => file.startsWith("dist/assets/"));
  const sizes = await Promise.all(files.map(async (file) => (await stat(existsSync(`${file}.gz`) ? `${file}.gz` : file)).size));
  const total_kib = sizes.reduce((sum, size) => sum + size, 0) / 1024;
  // React alone weighs more than 50: less means that nothing was seen.
  expect(total_kib).toBeGreaterThan(50);
  expect(total_kib).toBeLessThan(100);
  expect(files.join(" ")).not.toContain("/home-");
});
