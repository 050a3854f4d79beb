import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { add, countJourneys, countUnitTests, lastLine } from './results.mjs'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'results-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function report(value: unknown): string {
  const file = join(folder, 'report.json')
  writeFileSync(file, JSON.stringify(value))
  return file
}

describe('unit tests', () => {
  test('are counted as the runner reports them', () => {
    const file = report({ numPassedTests: 7, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 })
    expect(countUnitTests(file, 1)).toEqual({ passed: 7, failed: 2, skipped: 2 })
  })

  test('a file that does not even load is a failure', () => {
    expect(countUnitTests(report({ numPassedTests: 7, numFailedTests: 0 }), 1).failed).toBe(1)
  })

  test('a runner that left no report is a failure', () => {
    expect(countUnitTests(join(folder, 'none.json'), 1)).toEqual({ passed: 0, failed: 1, skipped: 0 })
  })
})

describe('journeys', () => {
  test('are counted as the runner reports them', () => {
    const file = report({ stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 } })
    expect(countJourneys(file, 1)).toEqual({ passed: 5, failed: 2, skipped: 2 })
  })

  test('none at all is a failure, because the runner ends with 1', () => {
    expect(countJourneys(report({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0 } }), 1).failed).toBe(1)
  })
})

test('the last line names skipped tests only where there are any', () => {
  const one = { passed: 1, failed: 0, skipped: 0 }
  expect(lastLine(add([one, one]))).toBe('2 passed, 0 failed')
  expect(lastLine(add([one, { passed: 0, failed: 3, skipped: 4 }]))).toBe('1 passed, 3 failed, 4 skipped')
})
