/** The lobby screen: its own words. */
import type { Translation } from '../message.ts'
import type { kiosk as source } from '../zh-hans/kiosk.ts'

export const kiosk = {
  welcome: 'Welcome',
  wordmark: '唱名',
  // attract
  touchCard: 'Touch your card',
  showCode: 'Or hold your code to the camera',
  cardPaused: 'Scan or type below',
  scanWithPhone: 'Scan to check in',
  comparePhone: 'Your phone shows the same',
  joinWifi: 'Join the Wi-Fi',
  thenScan: 'Then scan here',
  orOpen: 'No scan? Open on your phone',
  typeThere: 'and type these letters',
  justScanned: 'Phone that just scanned',
  phoneNumber: 'Phone number',
  phoneNumberHint: 'Enter your number',
  firstVisit: 'First visit',
  lookingFor: 'Find my party',
  freeRooms: { one: '{count} room is free', other: '{count} rooms are free' },
  // after a check-in
  hello: 'Hello, {name}',
  howMany: 'How many are you?',
  peopleMore: 'More? Please get help',
  colleague: 'Someone',
  staffLeadsYou: 'One moment, {staff} will show you to your room',
  staffMeetsYou: '{staff} is coming to meet you',
  staffFindsThem: '{staff} is coming to find them',
  allRoomsTaken: 'All rooms are taken. {staff} will help',
  bookingFound: 'Your booking is ready',
  bookingIs: { one: '{time}, party of {count}', other: '{time}, party of {count}' },
  mayLeaveNumber: 'Check in by number next time?',
  leaveNumber: 'Your number, for the next time',
  birthdayMonth: 'Your birthday: which month?',
  birthdayDay: 'Which day in {month}?',
  noBirthday: 'No, thanks',
  numberKept: 'Done. Next time your number is enough',
  // to the guest behind, while somebody is being asked
  nextGuestMet: 'Next guest: {staff} is coming to you',
  nextGuestAgain: 'Next guest: touch your card again',
  nextGuestHelped: 'Next guest: {staff} is coming to help',
  // when it does not work
  askOurStaff: 'Please ask our staff',
  touchAgain: 'Touch your card again',
  tryPhone: 'Please scan with your phone',
  tryPhoneHint: 'Or enter your phone number',
  // idle
  stillHere: 'I am here',
  // set-up
  pairDevice: 'Manager: type this code in the console',
  pairWaiting: 'Getting a pairing code',
  pairKnown: 'Manager: compare on the console, under Devices, and let it back in',
  pairFull: 'Too many devices are waiting. Manager: start “Pair tablets” on the console',
  openedElsewhere: 'This screen is open elsewhere',
  useHere: 'Use it here',
  setup: 'Set up',
  setupTitle: 'Measure the screen',
  setupHint: 'Hold a bank card to it; match the width',
  wider: 'Wider',
  narrower: 'Narrower',
} as const satisfies Translation<typeof source>
