import { type SubjectName, subjects } from './build-subjects.ts'
import { type Measure, type Measures, measures } from './measure.ts'

/** The runs of one size as a Markdown table: medians with minimum and maximum, and ratios to bare DOM. */
export function report(rows: number, runs: Record<SubjectName, readonly Measures[]>): string {
  const lines = measures
    .filter((measure) => runs.bare.some((run) => run[measure] !== undefined))
    .map(
      (measure) =>
        `| ${measure} | ${subjects.map((name) => cell(measure, runs[name], runs.bare)).join(' | ')} |`,
    )
  return [
    `\n| ${rows.toLocaleString('en')} rows, ms | ${subjects.join(' | ')} |`,
    `|---|${subjects.map(() => '---:|').join('')}`,
    ...lines,
  ].join('\n')
}

function cell(measure: Measure, runs: readonly Measures[], bare: readonly Measures[]): string {
  const values = valuesOf(measure, runs)
  if (values.length === 0) return '–'
  const spread = `${median(values).toFixed(1)} (${(values[0] ?? 0).toFixed(1)}–${(values.at(-1) ?? 0).toFixed(1)})`
  if (runs === bare || measure === 'later' || measure === 'longFrames') return spread
  return `${spread} ${(median(values) / median(valuesOf(measure, bare))).toFixed(1)}×`
}

const valuesOf = (measure: Measure, runs: readonly Measures[]) =>
  runs.flatMap((run) => run[measure] ?? []).sort((a, b) => a - b)

const median = (values: readonly number[]) => values[Math.floor(values.length / 2)] ?? 0
