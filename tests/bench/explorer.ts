import { type Figure, percentile } from './report';
import { timeOf } from './time-of';

/** Questions as analysts ask them: every axis, pairs, time across, comparisons, narrowed ones, the drawings. */
const QUESTIONS = [
  '',
  'rows=time&period=last365&drawing=line',
  'rows=time&columns=lane&period=last90',
  'rows=time&columns=origin&period=last365&drawing=area',
  'rows=time&columns=band&telling=rowShare&period=last90',
  'rows=weekday&columns=channel&period=last90',
  'rows=origin&columns=chapter&period=last90&top=50',
  'rows=origin&columns=band&period=last90',
  'rows=origin&columns=outcome&period=last90',
  'rows=origin&top=100&drawing=map&figures=value&period=last90',
  'rows=dispatch&columns=origin&period=last90',
  'rows=marketplace&figures=consignments&figures=value&figures=valuePerConsignment&period=last90',
  'rows=marketplace&columns=time&grain=month&period=last365',
  'rows=marketplace&columns=band&period=last90',
  'rows=chapter&columns=lane&compare=year&period=last90',
  'rows=heading&figures=items&figures=mass&figures=valuePerKg&period=last90&top=100',
  'rows=band&columns=collection&period=last90',
  'rows=reason&columns=examination&period=last90',
  'rows=lane&figures=releaseHours&figures=released&period=last90&compare=previous',
  'rows=chapter&origin=CN&period=last90&sort=change',
  'rows=weekday&columns=hour&figures=releaseHours&period=last90&drawing=hours',
] as const;

/** What the explorer takes for twenty questions, from the request to the last byte of the page. */
export async function measureExplorer(baseUrl: string, analyst: string, requests: number): Promise<Figure[]> {
  const rounds = Math.max(3, Math.ceil(requests / QUESTIONS.length));
  const samples: number[] = [];
  let slowest = { p50: 0, question: '' };
  for (const question of QUESTIONS) {
    const url = `${baseUrl}/statistics/explore?${question}`;
    await timeOf(url, analyst);
    const own: number[] = [];
    for (let round = 0; round < rounds; round += 1) own.push(await timeOf(url, analyst));
    samples.push(...own);
    const p50 = percentile(own, 0.5);
    if (p50 > slowest.p50) slowest = { p50, question };
  }
  return [
    {
      name: 'explorer_p50_ms',
      value: percentile(samples, 0.5),
      note: `p50, ${QUESTIONS.length} questions of the explorer`,
    },
    {
      name: 'explorer_p95_ms',
      value: percentile(samples, 0.95),
      note: `p95, ${QUESTIONS.length} questions of the explorer`,
    },
    { name: 'explorer_slowest_p50_ms', value: slowest.p50, note: `p50 of the slowest: ${slowest.question}` },
  ];
}
