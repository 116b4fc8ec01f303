import type { Texts } from "./texts";

const largest = 10 * 1024 * 1024;
export const accepted = "image/*,application/pdf";

/** Why this file is not sent, in words for the person; undefined when it can be. */
export function refusal(file: Pick<File, "name" | "type" | "size">, texts: Texts): string | undefined {
  if (!/^image\/(png|jpeg|gif|webp|heic|heif|bmp|avif)$/.test(file.type) && file.type !== "application/pdf") return texts.fileType(file.name);
  if (file.size > largest) return texts.fileSize(file.name);
  if (file.size === 0) return texts.fileEmpty(file.name);
  return undefined;
}

/** The first picture on the clipboard, under a name that says where it came from. */
export function pastedPicture(data: DataTransfer | null, texts: Texts): File | undefined {
  const file = [...(data?.files ?? [])].find((one) => one.type.startsWith("image/"));
  if (!file) return undefined;
  const extension = file.type.split("/")[1]?.replace(/\W.*$/, "") || "png";
  return new File([file], `${texts.pasted}.${extension}`, { type: file.type });
}
