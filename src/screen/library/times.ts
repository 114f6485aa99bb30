const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const date = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });

/** When something was changed, as one would say it: "today 14:05", "3 Nov 14:05", "3 Nov 2025". */
export function timeText(at: number, now: number = Date.now()): string {
  const [then, today] = [new Date(at), new Date(now)];
  if (then.toDateString() === today.toDateString()) return `today ${clock.format(then)}`;
  if (then.getFullYear() === today.getFullYear()) return `${day.format(then)} ${clock.format(then)}`;
  return date.format(then);
}
