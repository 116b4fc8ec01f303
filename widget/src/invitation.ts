import type { Api } from "./api";

/** Fetches the calendar invitation with the person's token and hands it to the browser as a file. */
export async function saveInvitation(api: Api, reference: string): Promise<void> {
  const response = await api.call(`/api/appointments/${encodeURIComponent(reference)}.ics`, { headers: { Accept: "text/calendar, application/problem+json" } });
  const address = URL.createObjectURL(new Blob([await response.arrayBuffer()], { type: "text/calendar" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = `${reference}.ics`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
