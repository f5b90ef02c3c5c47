import { pearlAnswers, pearlCriteria, type Rating } from '$lib/priorities/rating';
import type { RateNeedInput } from '$lib/server/use-cases/rate-needs';

/** What was typed, and the rating it says; what is no number becomes one no scale holds. */
export function ratingFrom(data: FormData): {
  input: RateNeedInput;
  values: Record<string, string>;
} {
  const text = (name: string): string => {
    const value = data.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  const names = ['wave', 'need', 'seriousness', 'effectiveness', 'reason', ...pearlCriteria];
  const values = Object.fromEntries(names.map((name) => [name, text(name)]));
  const number = (name: string): number =>
    text(name) === '' ? NaN : Number(text(name).replace(',', '.'));
  const pearl = Object.fromEntries(
    pearlCriteria.map((criterion) => [
      criterion,
      pearlAnswers.find((answer) => answer === text(criterion)) ?? 'unknown'
    ])
  ) as Rating['pearl'];
  return {
    values,
    input: {
      waveId: text('wave'),
      needKey: text('need'),
      rating: {
        seriousness: number('seriousness'),
        effectiveness: number('effectiveness'),
        pearl,
        reason: text('reason').slice(0, 2000)
      }
    }
  };
}
