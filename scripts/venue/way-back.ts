/** A way back from any question to the one before it. */
import { type Asking, WentBack } from './ask.ts'
import { firstQuestion, howToAnswer } from './words.ts'

/**
 * Who goes back has the story told anew: all but the last answer are given for them, and what they had typed stands in the
 * brackets of the questions that come again. `hasAsked`: whether anybody was asked so far.
 */
export async function withWayBack<T>(
  asking: Asking,
  story: (asking: Asking, hasAsked: () => boolean) => Promise<T>,
): Promise<T> {
  const given: string[] = []
  const typed = new Map<string, string>()
  let explained = false
  for (;;) {
    let at = 0
    const next = async (ask: () => Promise<string>): Promise<string> => {
      const answer = given[at] ?? (await ask())
      given[at] = answer
      at += 1
      return answer
    }
    const retold: Asking = {
      ...asking,
      async ask(question, otherwise, read) {
        const answer = await next(async () => {
          if (!explained) asking.tell(howToAnswer)
          explained = true
          const text = await asking.ask(question, typed.get(question) ?? otherwise, text => {
            read(text)
            return text
          })
          // What follows another answer, as the English name does the name, goes on following it.
          if (text === otherwise) typed.delete(question)
          else typed.set(question, text)
          return text
        })
        return read(answer)
      },
      askSecret: (question, again, read) => next(() => asking.askSecret(question, again, read)),
    }
    try {
      return await story(retold, () => given.length > 0)
    } catch (error) {
      if (!(error instanceof WentBack)) throw error
      if (given.pop() === undefined) asking.tell(firstQuestion)
    }
  }
}
