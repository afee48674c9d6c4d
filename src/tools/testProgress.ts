import {
  MinimalReporter,
  type TestCase,
  type TestModule,
  type TestSpecification,
} from 'vitest/node'

/** In a terminal: one line that shows how far the tests are and is rewritten as they go, with failures above it. */
export class TestProgress extends MinimalReporter {
  #files = 0
  #ended = 0
  #counts = { passed: 0, failed: 0, skipped: 0 }
  #running = new Set<string>()
  #since = 0

  override onTestRunStart(specifications: readonly TestSpecification[]): void {
    super.onTestRunStart(specifications)
    this.#files = specifications.length
    this.#since = performance.now()
    this.#show()
  }

  onTestModuleStart(module: TestModule): void {
    this.#running.add(module.relativeModuleId)
    this.#show()
  }

  override onTestCaseResult(test: TestCase): void {
    super.onTestCaseResult(test)
    const { state } = test.result()
    if (state !== 'pending') this.#counts[state]++
    this.#show()
  }

  override onTestModuleEnd(module: TestModule): void {
    this.#running.delete(module.relativeModuleId)
    this.#ended++
    super.onTestModuleEnd(module)
    this.#show()
  }

  // Any other output replaces the line.
  override log(...messages: string[]): void {
    this.#clear()
    super.log(...messages)
  }
  override error(...messages: string[]): void {
    this.#clear()
    super.error(...messages)
  }

  #clear(): void {
    process.stdout.write('\r\x1b[2K')
  }

  #show(): void {
    const { passed, failed, skipped } = this.#counts
    const seconds = Math.round((performance.now() - this.#since) / 1000)
    const line = [
      `${this.#ended}/${this.#files} 个文件，${passed} 过`,
      ...(failed > 0 ? [`${failed} 未过`] : []),
      ...(skipped > 0 ? [`${skipped} 跳过`] : []),
      `${seconds} 秒 ${[...this.#running].join(' ')}`,
    ].join('，')
    this.#clear()
    // A line longer than the terminal could not be rewritten; a Chinese character takes two columns.
    process.stdout.write(line.slice(0, (process.stdout.columns || 80) - 16))
  }
}
