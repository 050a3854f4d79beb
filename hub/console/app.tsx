/** One app for all roles and stations: the shell, the screen in front, and what must be answered first. */
import { useEffect, useRef } from 'preact/hooks'
import './app.css'
import { Bar } from './bar/bar.tsx'
import { Devices } from './devices/devices.tsx'
import { Floor } from './floor/floor.tsx'
import { RoomSheet } from './floor/room-sheet.tsx'
import { Live } from './live/live.tsx'
import { Locked } from './locked/locked.tsx'
import { MemberPane } from './members/member-pane.tsx'
import { Members } from './members/members.tsx'
import { NightLater } from './night/night-later.tsx'
import { Sheet } from './parts/sheet.tsx'
import { Reservations } from './reservations/reservations.tsx'
import { SetupLater } from './setup/setup-later.tsx'
import { Banners } from './shell/banners.tsx'
import { Header } from './shell/header.tsx'
import { Nav } from './shell/nav.tsx'
import { NameChooser, Notices, QuestionBox } from './shell/notices.tsx'
import { Pairing, Replaced } from './shell/pairing.tsx'
import { screensOf } from './shell/screens.ts'
import { useAlarm } from './shell/use-alarm.ts'
import { useExpired } from './shell/use-expired.ts'
import { useKeys } from './shell/use-keys.ts'
import { useNightsEnd } from './shell/use-nights-end.ts'
import { useSpeaker } from './shell/use-speaker.ts'
import { useHand } from './shell/use-stand-still.ts'
import { useStay } from './shell/use-stay.ts'
import { Staff } from './staff/staff.tsx'
import { type Screen, useHouse, useSpeech, who } from './state/house.ts'

export function App() {
  const house = useHouse()
  useAlarm(house)
  useSpeaker(house)
  useKeys(house)
  useHand(house)
  useStay()
  useNightsEnd(house)
  const expired = useExpired(house)
  const role = who(house)
  const before = useRef(role)
  // Somebody else, somewhere else: they start at their own board, with nothing of the last person open. Who signs in at a
  // station with a room open does so for that room.
  useEffect(() => {
    const atStation = before.current.endsWith('-station')
    before.current = role
    if (atStation && role !== 'locked' && house.openRoom.peek() !== undefined) return
    const [first = 'live'] = screensOf(role)
    house.screen.value = role === 'bar' || role === 'bar-station' ? 'bar' : first
    house.openRoom.value = undefined
    house.openMember.value = undefined
  }, [house, role])

  // What was said to one person, or asked of them, is not the next one's to see or to answer.
  const session = house.link.one('self')?.session?.id
  useEffect(
    () => () => {
      house.notices.clear()
      house.acting.cancel()
    },
    [house, session],
  )

  const connection = house.link.connection.value
  if (connection.at === 'pairing') return <Pairing {...connection} />
  if (connection.at === 'replaced') return <Replaced />
  const locked = role === 'locked'
  const open = screensOf(role)
  const screen = open.includes(house.screen.value) ? house.screen.value : (open[0] ?? 'live')
  return (
    <div class="app" data-locked={locked ? '' : undefined}>
      <Banners expired={expired} />
      <div class="app-below">
        <Header />
        {locked ? (
          <Locked />
        ) : (
          <div class="app-middle">
            <Nav screens={open} current={screen} />
            {/* One of its own for each: else it is as far down as the last was read. */}
            <main key={screen} class="app-screen" id="screen">
              <ScreenOf screen={screen} />
            </main>
          </div>
        )}
        {!locked && <RoomSheet />}
        {!locked && screen !== 'members' && <MemberSheet />}
      </div>
      <NameChooser />
      <QuestionBox />
      <Notices />
    </div>
  )
}

/** A member's file over whatever screen it was opened from. */
function MemberSheet() {
  const { t, house } = useSpeech()
  const id = house.openMember.value
  if (id === undefined) return null
  return (
    <Sheet
      key={id}
      label={t('memberFile')}
      title={t('memberFile')}
      onClose={() => {
        house.openMember.value = undefined
      }}
    >
      <MemberPane id={id} inSheet />
    </Sheet>
  )
}

function ScreenOf({ screen }: { screen: Screen }) {
  switch (screen) {
    case 'live':
      return <Live />
    case 'floor':
      return <Floor />
    case 'bar':
      return <Bar />
    case 'members':
      return <Members />
    case 'reservations':
      return <Reservations />
    case 'devices':
      return <Devices />
    case 'staff':
      return <Staff />
    case 'night':
      return <NightLater />
    case 'setup':
      return <SetupLater />
  }
}
