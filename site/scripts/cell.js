// Runs cells that were compiled to WebAssembly, in a page and in Node. Their events are those of a run in the terminal.
//
//   const running = LearnCells.start(bytes, { cell: "judge", seed: 7, settings: { beta: 4 } }, event => draw(event))
//   running.cancel()                                    a run in a worker of its own, which a page can end
//   const cell = await LearnCells.run(bytes, options, onEvent)              a run here and now; Node has no other
//   cell.explore(0, 0.5, 1, -1)                         another picture, of a cell that says `explore`
//
// options: `cell`, the id whose events are wanted (those of the cells that it needs are left out); `seed`, a number or
// a BigInt; `settings`, a number for each `parameter` that is to have another value; `data`, a Uint8Array for each
// "set/file" that the cell may read.
//
// Nothing is ever thrown: what goes wrong comes as an event of kind "error", with the lesson's line where it is known.
// A plain script, for a page that is opened from a folder may load neither modules nor workers from there.
(function (scope) {
  "use strict"

  // Self-contained, so that its own text can be a worker's program.
  async function run(bytes, options, onEvent) {
    const { cell, seed = 0, settings = {}, data = {} } = options
    const decoder = new TextDecoder()
    const started = performance.now()
    let memory, exports, lines = []
    // A cell that is done may explore, and a point can fail as a run can; behind an error nothing more is to be had.
    let isDone = false, hasFailed = false

    const text = (start, count) => decoder.decode(new Uint8Array(memory.buffer, start >>> 0, count))

    // One line of the event stream, as the cell has written it.
    function emit(line) {
      const event = JSON.parse(line)
      if (cell !== undefined && event.cell !== cell && event.kind !== "error") return
      if (event.kind === "done") isDone = true
      if (event.kind === "error") {
        hasFailed = true
        // The stack knows the line best; what the library noted is the line of its last call but an operator's.
        const line = lineOfStack(new Error().stack)
        onEvent(line ? { ...event, line } : event)
      } else onEvent(event, line)
    }

    function fail(message, line) {
      if (hasFailed) return
      hasFailed = true
      const event = { v: 1, cell: cell ?? "", kind: "error", message }
      if (line) event.line = line
      onEvent(event)
    }

    // The lesson's line that the innermost of these frames belongs to, 0 where none does.
    function lineOfStack(stack) {
      for (const [, place] of String(stack).matchAll(/wasm-function\[\d+\]:0x([0-9a-f]+)/g)) {
        const offset = parseInt(place, 16)
        let line = 0
        for (const row of lines) {
          if (row.offset > offset) break
          line = row.line
        }
        if (line > 0) return line
      }
      return 0
    }

    // The section `lines`: bytes further on in the module, lines further on in the lesson.
    function lineTable(section) {
      const numbers = new Uint8Array(section)
      let position = 0
      const next = function (isSigned) {
        let value = 0, shift = 0, byte
        do {
          byte = numbers[position++]
          value |= (byte & 127) << shift
          shift += 7
        } while (byte > 127)
        return isSigned && byte & 64 && shift < 32 ? value | (-1 << shift) : value
      }
      const rows = []
      let offset = 0, line = 0
      while (position < numbers.length) rows.push({ offset: offset += next(false), line: line += next(true) })
      return rows
    }

    function sentence(error) {
      if (error instanceof RangeError) return "the cell stopped here: functions called one another without an end"
      if (/memory access out of bounds|out of memory|allocation/i.test(error.message)) {
        return "the cell stopped here: it took more memory than there is"
      }
      return "the cell stopped here: an index out of range, a number too large for its type, or a value that was `nil`"
    }

    // What the cell calls runs to its end, or ends in an error event.
    function guarded(body) {
      const limit = Error.stackTraceLimit
      Error.stackTraceLimit = 100
      try {
        body()
      } catch (error) {
        fail(sentence(error), lineOfStack(error.stack))
      } finally {
        Error.stackTraceLimit = limit
      }
    }

    const host = {
      emit: (start, count) => emit(text(start, count)),
      now: () => (performance.now() - started) / 1000,
      seed: () => BigInt.asUintN(64, BigInt(seed)),
      setting: (start, count, standard) => settings[text(start, count)] ?? standard,
      stop: () => { throw new Error("stopped") },
      // The number of bytes of a file, −1 where it is not there; then its bytes.
      dataSize: (start, count) => data[text(start, count)]?.length ?? -1,
      data: (start, count, target) => new Uint8Array(memory.buffer).set(data[text(start, count)], target >>> 0),
    }

    try {
      const module = await WebAssembly.compile(bytes)
      const [section] = WebAssembly.Module.customSections(module, "lines")
      if (section) lines = lineTable(section)
      exports = (await WebAssembly.instantiate(module, { learn: host })).exports
      memory = exports.memory
    } catch (error) {
      fail("this browser cannot run the cell: " + error.message)
      return { explore() {} }
    }
    guarded(() => exports.runCell(0, 0))
    if (!isDone) fail("the cell ended before it was done")
    return {
      explore(first, a, second, b) {
        if (exports.explore && !hasFailed) guarded(() => exports.explore(first, a, second, b))
      },
    }
  }

  // A run in a worker: the page stays alive, and can end it.
  function start(bytes, options, onEvent) {
    const program = `"use strict"
      const run = ${run}
      let running
      onmessage = async ({ data }) => {
        if (data.bytes) {
          running = run(data.bytes, data.options, event => postMessage(event))
          await running
          postMessage(null)
        } else (await running).explore(...data.point)
      }`
    const address = URL.createObjectURL(new Blob([program], { type: "text/javascript" }))
    const worker = new Worker(address)
    let finish
    const ended = new Promise(resolve => { finish = resolve })
    const end = function () {
      worker.terminate()
      URL.revokeObjectURL(address)
      finish()
    }
    worker.onmessage = ({ data }) => data === null ? finish() : onEvent(data)
    worker.onerror = function (error) {
      error.preventDefault()
      onEvent({ v: 1, cell: options.cell ?? "", kind: "error", message: "the cell was ended by the browser: " + error.message })
      end()
    }
    worker.postMessage({ bytes, options })
    return {
      // Fulfilled when the run is over, however it ended.
      ended,
      // Ends the run at once, and the worker with it.
      cancel: end,
      explore: (first, a, second, b) => worker.postMessage({ point: [first, a, second, b] }),
    }
  }

  scope.LearnCells = { run, start }
})(globalThis)
