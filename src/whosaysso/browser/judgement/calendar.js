// A calendar file (RFC 5545) for the days on which practice pays: a page cannot remind anybody.

const DAYS = [5, 12, 30];

/** Three whole days, counted from the one on which it is asked for. @type {(today: Date) => string} */
export function calendarOf(today) {
  const dayAfter = (/** @type {number} */ days) => {
    const day = new Date(today.getFullYear(), today.getMonth(), today.getDate() + days);
    return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((n) => String(n).padStart(2, "0")).join("");
  };
  const stamp = today.toISOString().replace(/[-:]|\.\d+/g, "");
  const events = DAYS.flatMap((days) => [
    "BEGIN:VEVENT", `UID:practise-${dayAfter(days)}@who-says-so`, `DTSTAMP:${stamp}`, `DTSTART;VALUE=DATE:${dayAfter(days)}`, `DTEND;VALUE=DATE:${dayAfter(days + 1)}`,
    "SUMMARY:Who Says So? Practise again", "DESCRIPTION:Open the page “Practise again” where your answers are.", "TRANSP:TRANSPARENT", "END:VEVENT"]);
  return ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Who Says So//Practise again//EN", ...events, "END:VCALENDAR", ""].join("\r\n");
}
