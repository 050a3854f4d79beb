/** 设置: everything of the house that people decide, section by section. */
import { signal } from '@preact/signals'
import { Choices } from '../parts/parts.tsx'
import { MembersSection } from './members/members-section.tsx'
import { MenuSection } from './menu/menu-section.tsx'
import { HouseSection } from './rules/house-section.tsx'
import { RulesSection } from './rules/rules-section.tsx'
import './setup.css'
import { useSetup } from './setup-words.ts'
import { SongsSection } from './songs/songs-section.tsx'
import { StaffSection } from './staff/staff-section.tsx'
import { RoomsSection } from './venue/rooms-section.tsx'
import { TariffsSection } from './venue/tariffs-section.tsx'

const sections = ['menu', 'staff', 'rooms', 'tariffs', 'songs', 'rules', 'house', 'members'] as const
type Section = (typeof sections)[number]

/** Where somebody was is where they go on, after their PIN too. */
const chosen = signal<Section>('menu')

export function Setup() {
  const { t, s } = useSetup()
  const section = chosen.value
  return (
    <section class="setup" aria-label={t('setup')}>
      <div class="screen-head">
        <h1>{t('setup')}</h1>
        <Choices
          label={s('sections')}
          current={section}
          onChoose={id => {
            chosen.value = id
          }}
          choices={sections.map(id => ({ id, word: s(`section.${id}`) }))}
        />
      </div>
      <SectionOf section={section} />
    </section>
  )
}

function SectionOf({ section }: { section: Section }) {
  switch (section) {
    case 'menu':
      return <MenuSection />
    case 'staff':
      return <StaffSection />
    case 'rooms':
      return <RoomsSection />
    case 'tariffs':
      return <TariffsSection />
    case 'songs':
      return <SongsSection />
    case 'rules':
      return <RulesSection />
    case 'house':
      return <HouseSection />
    case 'members':
      return <MembersSection />
  }
}
