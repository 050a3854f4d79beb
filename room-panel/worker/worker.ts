/** The panel's service worker: wires {@link createKeptPage} to the browser. Built as one classic script, `/panel-worker.js`. */
import { type Build, createKeptPage } from './kept-page.ts'

declare const self: ServiceWorkerGlobalScope
/** Written in front of this script by `scripts/build/panel-worker.ts`. */
declare const BUILD: Build

const page = createKeptPage({
  build: BUILD,
  caches,
  fetch: (what, how) => fetch(what, how),
  wait: ms => new Promise(resolve => setTimeout(resolve, ms)),
})

self.addEventListener('install', event => {
  // An old worker must not open the old page once the hub has served the new one.
  event.waitUntil(page.fetchAll().then(() => self.skipWaiting()))
})

self.addEventListener('activate', event => {
  event.waitUntil(page.forgetOthers().then(() => self.clients.claim()))
})

self.addEventListener('fetch', event => {
  const answer = page.answer(event.request)
  if (answer !== undefined) event.respondWith(answer)
})
