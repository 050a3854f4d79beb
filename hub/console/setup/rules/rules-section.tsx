/** 规则: what orders ask first, how soon somebody comes, what may be given away. */
import type { PolicyChanges } from '../../../../shared/protocol/commands/setup.ts'
import type { VenueSetupView } from '../../../../shared/protocol/views/setup.ts'
import { roles } from '../../../../shared/protocol/words.ts'
import { ChoiceField } from '../../parts/choice-field.tsx'
import { Answered } from '../../parts/fetching.tsx'
import { MoneyField } from '../../parts/money-field.tsx'
import { roleWord } from '../../parts/names.ts'
import { Field } from '../../parts/parts.tsx'
import { maySetLimits } from '../../state/may.ts'
import { items } from '../../state/shown.ts'
import { useAnswer } from '../../state/use-answer.ts'
import { NumberField } from '../number-field.tsx'
import { SetupForm, saveBy } from '../setup-form.tsx'
import { savedWords, useSetup } from '../setup-words.ts'
import { isRead } from '../typed.ts'
import { ArrivalRules } from './arrival-rules.tsx'
import type { TypedPolicy } from './policy-part.ts'
import { RequestRules } from './request-rules.tsx'
import { useChanges } from './use-changes.ts'

const rules = ['free', 'above', 'staff-only'] as const
const totals = ['shown', 'hidden-from-guests', 'hidden'] as const

export function RulesSection() {
  const { house } = useSetup()
  const asked = useAnswer({ type: 'VenueSetup' }, house.link.one('setup')?.venue)
  return <Answered asked={asked}>{venue => <Rules policy={venue.policy} />}</Answered>
}

function Rules({ policy }: { policy: VenueSetupView['policy'] }) {
  const { t, s, own, house } = useSetup()
  const page = useChanges<TypedPolicy>('policy', policy)
  const { value, changes, rev, change } = page
  const rule = value.defaultOrderRule
  const owns = maySetLimits(house.link.one('self'), house.link.all('staff'))
  const command = isRead<PolicyChanges>(changes) ? ({ type: 'SavePolicy', rev, changes } as const) : undefined
  const save = () =>
    saveBy(
      house,
      command,
      savedWords(({ s }) => s('section.rules')),
      page.reset,
    )
  return (
    <SetupForm
      class="setup-part setup-inline"
      label={s('section.rules')}
      ready={page.touched && command !== undefined}
      changed={page.stale}
      onSave={save}
      onReload={page.reset}
      onCancel={page.touched ? page.reset : undefined}
      onOverwrite={page.overwrite}
    >
      <section class="setup-block" aria-label={s('rulesOrders')}>
        <h2 class="label">{s('rulesOrders')}</h2>
        <ChoiceField
          label={s('defaultRule')}
          current={rule.kind}
          onChoose={kind =>
            change({ defaultOrderRule: kind === 'above' ? { kind, amount: value.bigRound } : { kind } })
          }
          choices={rules.map(id => ({ id, word: t(`rule.${id}`) }))}
        />
        <div class="form-row">
          {rule.kind === 'above' && (
            <MoneyField
              label={s('ruleAboveFrom')}
              value={rule.amount}
              onChange={amount => change({ defaultOrderRule: { kind: 'above', amount } })}
            />
          )}
          <MoneyField label={s('bigRound')} value={value.bigRound} onChange={bigRound => change({ bigRound })} />
        </div>
        <ChoiceField
          label={s('totals')}
          current={value.totals}
          onChoose={id => change({ totals: id })}
          choices={totals.map(id => ({ id, word: s(`totals.${id}`) }))}
        />
        <Field label={s('reward')}>
          {id => (
            <select
              id={id}
              value={value.feedbackReward}
              onChange={event => change({ feedbackReward: event.currentTarget.value })}
            >
              <option value="">{s('noReward')}</option>
              {items(house)
                .filter(item => !item.package)
                .map(item => (
                  <option key={item.id} value={item.id}>
                    {own(item.name)}
                  </option>
                ))}
            </select>
          )}
        </Field>
      </section>
      <RequestRules value={value} saved={policy} change={change} />
      <ArrivalRules value={value} saved={policy} change={change} />
      <section class="setup-block" aria-label={s('rulesComps')}>
        <h2 class="label">{s('rulesComps')}</h2>
        {!owns && <p class="caption">{s('ownersAffair')}</p>}
        <fieldset disabled={!owns}>
          <div class="form-row">
            {roles.map(role => (
              <MoneyField
                key={role}
                label={s('quotaOf', { role: roleWord(t, role) })}
                value={value.compQuota[role]}
                onChange={amount => change({ compQuota: { ...value.compQuota, [role]: amount } })}
              />
            ))}
            <MoneyField
              label={s('secondAbove')}
              value={value.compSecondAbove}
              onChange={compSecondAbove => change({ compSecondAbove })}
            />
            <NumberField
              label={s('compLow')}
              min={0}
              max={100}
              value={value.compLowPercent}
              onChange={compLowPercent => change({ compLowPercent })}
            />
          </div>
        </fieldset>
      </section>
    </SetupForm>
  )
}
