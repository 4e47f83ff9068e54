/**
 * A time as people say it. The second that has begun counts.
 *
 * @example formatTime(67.9) // '1:07'
 * @example formatTime(3723) // '1:02:03'
 */
export function formatTime(timeS: number): string {
  const whole = Math.floor(timeS);
  const [hours, minutes, seconds] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (value: number): string => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
}
