// A citation is a link that carries its place, so that it opens the source in any conversation.
const LINK = /^#cite=([^:&]*):(\d+)-(\d+)(?:&n=(\d+))?(?:&h=([0-9a-f]+))?$/;

export function linkTo(place) {
  const document = encodeURIComponent(place.document);
  return `#cite=${document}:${place.start}-${place.end}&n=${place.n || 0}&h=${place.h || ""}`;
}

export function placeOf(link) {
  const found = LINK.exec(link || "");
  if (!found) return null;
  try {
    const [, name, start, end, n, h] = found;
    return { document: decodeURIComponent(name), start: Number(start), end: Number(end), n: Number(n || 0), h: h || "" };
  } catch {
    return null;
  }
}

export const plain = ({ document, start, end, n, h }) => ({ document, start, end, n, h });
