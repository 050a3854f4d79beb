/** One key for several calls of a room: all that nobody has are taken, all that one took there are done. */
import type { RequestView } from '../../../shared/protocol/views/console.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { goToRequest, resolveRequest, takeRequest } from '../state/acts.ts'
import { type House, may, signedIn, useSpeech } from '../state/house.ts'

/** Nobody has it, and it is not about who is here. */
export const isForOneself = (house: House, { status, notTo }: RequestView): boolean =>
  status === 'open' && (notTo === undefined || notTo !== signedIn(house))

/** A for the first call in front presses it, where it stands for its calls. */
export function TakeAll({ calls, leading }: { calls: readonly RequestView[]; leading: boolean }) {
  const { t, house } = useSpeech()
  if (calls.length === 0 || !may(house, 'TakeRequest')) return null
  return (
    <span data-key="a">
      <Button
        variant={leading ? 'primary' : 'standard'}
        size="standard"
        word={wordFor(t('take'), calls)}
        onPress={() => takeRequest(house, ...calls)}
      />
    </span>
  )
}

/** That it was done is what is said of them; whoever has another word for one of them opens it. */
export function ResolveAll({ calls }: { calls: readonly RequestView[] }) {
  const { t, house } = useSpeech()
  if (calls.length === 0 || !may(house, 'TakeRequest')) return null
  const still = calls.filter(({ onTheWay }) => !onTheWay)
  return (
    <>
      {still.length > 0 && (
        <Button size="min" word={wordFor(t('onTheWay'), still)} onPress={() => goToRequest(house, ...still)} />
      )}
      <span data-key="r">
        <Button
          size="standard"
          word={wordFor(t('resolve'), calls)}
          onPress={() => resolveRequest(house, 'done', ...calls)}
        />
      </span>
    </>
  )
}

const wordFor = (word: string, { length }: readonly unknown[]): string => (length > 1 ? `${word} ×${length}` : word)
