/** What the tabs of one browser tell each other: they share its cookies. */
export type TabNews =
  | { readonly type: "signed_in"; readonly user_id: string }
  | { readonly type: "signed_out"; readonly user_id: string; readonly keeps: boolean };

let channel: BroadcastChannel | null = null;

/** Hear what other tabs do from now on, and have them hear this one. */
export function onTabs(listener: (news: TabNews) => void): () => void {
  const opened = new BroadcastChannel("fitfolio-session");
  channel = opened;
  opened.addEventListener("message", ({ data }: MessageEvent<TabNews>) => listener(data));
  return () => {
    opened.close();
    if (channel === opened) channel = null;
  };
}

export function tellTabs(news: TabNews): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel of this origin takes none
  channel?.postMessage(news);
}
