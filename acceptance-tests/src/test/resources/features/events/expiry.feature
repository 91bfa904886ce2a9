Feature: Events that expire
  As the owner of a shop that tells its visitors how long it keeps their clicks
  I want an event to disappear the second it expires,
  so that nobody sees it longer than we promised.

  Rule: An event can have an expiry date

    Example: A click to be kept for three seconds
      Given "clicked button" happened at 10:01, 10:03
      And "clicked button" happened at 10:02 and expires in 3 seconds
      When Nina waits until it has expired
      Then "clicked button" is kept at 10:01, 10:03

    Example: The day no longer shows it
      Given "clicked button" happened at 10:01, 10:03
      And "clicked button" happened at 10:02 and has expired
      When Nina asks for the events of 2026-11-22
      Then the events at 10:01, 10:03 are shown in this order

    Example: The latest event is one that has not expired
      Given "clicked button" happened at 10:01, 10:02
      And "clicked button" happened at 10:03 and has expired
      When Nina asks for the latest event "clicked button"
      Then the event at 10:02 is shown

    Example: An expired event can be recorded again
      Given "clicked button" happened at 10:01 as "c-1" and has expired
      When Leo's app records "clicked button" at 10:01 as "c-1"
      Then this succeeds
      And "clicked button" is kept at 10:01

  Rule: Expired events leave no gaps on a page

    Scenario Outline: <which> has expired
      Given "clicked button" happened at <others>
      And "clicked button" happened at <expired> and has expired
      When Nina reads all pages of the events "clicked button" 2 at a time
      Then the events at <others> are shown in this order
      And it took 2 pages

      Examples: At the edge of a page or within it
        | which                             | expired | others                     |
        | The first event of the first page | 10:00   | 10:01, 10:02, 10:03, 10:04 |
        | The last event of the first page  | 10:02   | 10:01, 10:03, 10:04, 10:05 |
        | The first event of the next page  | 10:03   | 10:01, 10:02, 10:04, 10:05 |

    Example: Only an expired event follows the page
      Given "clicked button" happened at 10:01, 10:02
      And "clicked button" happened at 10:03 and has expired
      When Nina reads all pages of the events "clicked button" 2 at a time
      Then the events at 10:01, 10:02 are shown in this order
      And it took one page

  Rule: An event that arrives after its expiry is refused

    Example: Leo's app sends a click that expired yesterday
      When Leo's app records "clicked button" at 10:01 that expired yesterday
      Then this is refused because the event has expired already
      And nothing was changed

    Example: Leo's app sends an expired click in a batch
      When Leo's app records these events in one go:
        | event          | time  | expires   |
        | clicked button | 10:01 | tomorrow  |
        | clicked button | 10:02 | yesterday |
      Then this is refused because event 2 has expired already
      And nothing was changed

  @needs-faults
  Rule: Events without an expiry date are kept as long as the shop says

    Where the shop says nothing, they are kept for ever.

    Example: Leo's app records a click where events are kept for a day
      Given events are kept for 1 day
      When Leo's app records "clicked button" just now, to be kept as long as usual
      Then it expires 1 day after its time
      And "clicked button" is kept once

    Example: Leo's app sends a click from the day before yesterday
      Given events are kept for 1 day
      When Leo's app records "clicked button" 2 days late, to be kept as long as usual
      Then this is refused because the event is older than events are kept
      And nothing was changed

    Example: A click from the day before yesterday has an expiry date
      Given events are kept for 1 day
      When Leo's app records "clicked button" 2 days late, to be kept until tomorrow
      Then this succeeds
      And "clicked button" is kept once
