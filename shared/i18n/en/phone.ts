/** The guest's phone page: its own words. */
import type { Translation } from '../message.ts'
import type { phone as source } from '../zh-hans/phone.ts'

export const phone = {
  phoneCheckIn: 'Check in by phone',
  sameCode: 'The lobby screen shows the same code',
  sameCodeNo: 'It does not? Ask our staff',
  // a code that this phone keeps
  welcomeBack: 'Welcome back',
  checkInNow: 'Check in',
  notMe: 'I am new here',
  cardHolder: 'Have a card? Touch it at the screen',
  // who they are
  yourCall: 'What may we call you?',
  yourCallHint: 'For example: Mr Wang',
  tastes: 'What do you like to drink?',
  beer: 'Beer',
  whisky: 'Whisky',
  brandy: 'Brandy',
  baijiu: 'Baijiu',
  wine: 'Wine',
  cocktail: 'Cocktails',
  soft: 'Soft drinks',
  tea: 'Tea',
  howMany: 'How many tonight?',
  howWelcome: 'When I arrive',
  byName: 'Welcome me by name',
  byNameHint: 'The lobby screen sings it out',
  quietly: 'Be discreet',
  quietlyHint: 'No screen shows anything of you',
  consent:
    'We keep what you are called and what you like, to serve you better next time. No phone number. Ask our staff at any time, and it is deleted.',
  agree: 'Agree and check in',
  checkingIn: 'Checking in',
  // afterwards
  lookUp: 'Please look at the lobby screen',
  staffMeetsYou: 'Someone is coming to meet you',
  enjoy: 'Enjoy your evening',
  yourCode: 'Your member code',
  yourCodeHint: 'Next time, hold it to the lobby screen',
  saveCode: 'Save the picture',
  holdToSave: 'In WeChat, press and hold the picture',
  keptHere: 'This phone remembers you',
  forget: 'Make this phone forget me',
  // a ticket that does not count any more
  scanAgain: 'Please scan the lobby screen again',
  scanAgainWhy: 'This code was used or is too old',
  scanAgainElse: 'Our staff can help you as well',
} as const satisfies Translation<typeof source>
