/** The calm terminal: one line for each step, with what it did and how long it took. */

/**
 * @typedef {object} Step
 * @property {(detail: string) => void} progress Says how far it is; shown at once on a terminal, now and then in a log.
 * @property {(detail: string) => void} done
 * @property {(detail: string) => void} fail
 */

/**
 * @typedef {object} Screen
 * @property {() => void} title
 * @property {(text: string) => void} say
 * @property {(label: string, detail?: string) => Step} step `label` is two characters and one word: `安装 install`.
 */

const tickMs = 250
/** In a log nothing can be overwritten, so progress is a line of its own, rarely. */
const logEveryMs = 10_000
const labelWidth = 13
const detailWidth = 22

/** @returns {Screen} */
export function createScreen(out = process.stdout, now = () => performance.now()) {
  const live = out.isTTY === true
  const paint = live && !process.env.NO_COLOR ? colours : plain
  let titled = false

  return {
    title() {
      if (titled) return
      titled = true
      out.write(`\n  ${paint.gold('唱名')} Changming\n\n`)
    },

    say(text) {
      out.write(`${text}\n`)
    },

    step(label, detail = '') {
      const started = now()
      let current = detail
      let lastLogged = started
      const draw = () => out.write(`\r\x1b[2K${line(paint.dim('⋯'), label, current, now() - started)}`)
      if (live) draw()
      else out.write(`${line('⋯', label, current)}\n`)

      const ticker = setInterval(() => {
        if (live) draw()
        else if (now() - lastLogged >= logEveryMs) {
          lastLogged = now()
          out.write(`${line('⋯', label, current, now() - started)}\n`)
        }
      }, tickMs)
      ticker.unref()

      const end = (/** @type {string} */ mark, /** @type {string} */ text) => {
        clearInterval(ticker)
        out.write(`${live ? '\r\x1b[2K' : ''}${line(mark, label, text, now() - started)}\n`)
      }
      return {
        progress(text) {
          current = text
        },
        done: text => end(paint.gold('✓'), text),
        fail: text => end(paint.red('✗'), text),
      }
    },
  }

  function line(
    /** @type {string} */ mark,
    /** @type {string} */ label,
    /** @type {string} */ text,
    /** @type {number} */ ms = -1,
  ) {
    const time = ms < 0 ? '' : paint.dim(`${seconds(ms)} s`)
    return `  ${mark} ${label.padEnd(labelWidth)} ${time ? text.padEnd(detailWidth) : text}  ${time}`.trimEnd()
  }
}

/** Tenths below ten seconds, whole seconds above. */
export function seconds(/** @type {number} */ ms) {
  return ms < 10_000 ? (ms / 1000).toFixed(1) : String(Math.round(ms / 1000))
}

const colours = {
  gold: (/** @type {string} */ text) => `\x1b[38;5;179m${text}\x1b[0m`,
  dim: (/** @type {string} */ text) => `\x1b[2m${text}\x1b[0m`,
  red: (/** @type {string} */ text) => `\x1b[31m${text}\x1b[0m`,
}

const plain = { gold: same, dim: same, red: same }

function same(/** @type {string} */ text) {
  return text
}
