@article:primary_and_sort_keys @article:time_series @needs-faults
Feature: Popular names in several places
  As the owner of a shop with one very popular button
  I want its events kept in several places, without anybody noticing,
  so that a rush on one name or on one day finds room.

  The article's sections: Basics of Primary and Sort Keys (a good key spreads what happens evenly), and Design Considerations
  for Querying Data (the date as the primary key).

  A shop chooses in how many places each of its names lies: one, as in the article, or up to 100. Each day lies in as many.
  The id of an event decides which place is its own. Here "c-1", "c-3", "c-4" and "c-6" belong to four different ones.

  Rule: Whoever asks for a name is shown all of its places as one

    Example: Nina reads five at a time
      Given each name lies in 4 places
      And 24 events "clicked button" were recorded
      When Nina reads all pages of the events "clicked button" 5 at a time
      Then all 24 events are shown once, in the order of time
      And no page has more than 5 events

    Example: Events of one instant lie in different places
      Given each name lies in 4 places
      And these events:
        | event          | time  | id  |
        | clicked button | 10:01 | c-6 |
        | clicked button | 10:01 | c-1 |
        | clicked button | 10:01 | c-4 |
        | clicked button | 10:00 | c-9 |
        | clicked button | 10:01 | c-3 |
      When Nina reads all pages of the events "clicked button" 2 at a time
      Then the events as "c-9", "c-1", "c-3", "c-4", "c-6" are shown in this order

    Example: Nina wants to know what happened last
      Given each name lies in 4 places
      And these events:
        | event          | time  | id  |
        | clicked button | 10:02 | c-1 |
        | clicked button | 10:04 | c-4 |
        | clicked button | 10:03 | c-6 |
      When Nina asks for the latest event "clicked button"
      Then the event at 10:04 is shown

    Example: Events arrive in all places while Nina reads
      Given each name lies in 4 places
      And "clicked button" happened at 10:01, 10:02, 10:03, 10:04
      And Nina has read the first page of 2 of the events "clicked button"
      And "clicked button" happened at 10:00, 10:03:30, 10:05 meanwhile
      When Nina reads the remaining pages
      Then the events at 10:01, 10:02, 10:03, 10:03:30, 10:04, 10:05 are shown in this order

  Rule: Whoever asks for a day is shown all of its places as one

    Example: Nina reconstructs a busy day
      Given each name lies in 4 places
      And these events:
        | day        | event          | time  | id  |
        | 2026-11-22 | opened page    | 10:02 | c-1 |
        | 2026-11-22 | clicked button | 10:01 | c-3 |
        | 2026-11-22 | clicked button | 10:02 | c-4 |
        | 2026-11-22 | opened page    | 10:03 | c-6 |
        | 2026-11-23 | clicked button | 00:00 | c-6 |
      When Nina reads all pages of the events of 2026-11-22 2 at a time
      Then the events as "c-3", "c-1", "c-4", "c-6" are shown in this order

  Rule: A place that is too busy holds up only its own events

    Example: Leo's app records an event of the busy place
      Given each name lies in 4 places
      And the place of "clicked button" as "c-1" is too busy
      When Leo's app records "clicked button" at 10:01 as "c-1"
      Then this is refused because the service is busy
      And nothing was changed

    Example: Leo's app records an event of another place
      Given each name lies in 4 places
      And the place of "clicked button" as "c-1" is too busy
      When Leo's app records "clicked button" at 10:01 as "c-4"
      Then this succeeds
      And "clicked button" is kept at 10:01

    Scenario Outline: Leo's app records an event of <which> place of a busy day
      Given each name lies in 4 places
      And the place of the day of "c-1" is too busy
      When Leo's app records "clicked button" at 10:01 as "<id>"
      Then this <outcome>

      Examples: The same and another
        | which     | id  | outcome                                |
        | the busy  | c-1 | is refused because the service is busy |
        | a quieter | c-4 | succeeds                               |

  Rule: More places or fewer lose nothing

    Example: Each name is given more places, and fewer again
      Given these events, one after the other, while each name lay in so many places:
        | places | event          | time  | id  |
        | 1      | clicked button | 10:05 | c-1 |
        | 4      | clicked button | 10:03 | c-1 |
        | 4      | clicked button | 10:01 | c-4 |
        | 3      | clicked button | 10:04 | c-6 |
        | 1      | clicked button | 10:02 | c-6 |
      When Nina asks for the events "clicked button"
      Then the events at 10:01, 10:02, 10:03, 10:04, 10:05 are shown in this order

    Example: The day shows all of them, too
      Given these events, one after the other, while each name lay in so many places:
        | places | event          | time  | id  |
        | 4      | opened page    | 10:02 | c-1 |
        | 4      | clicked button | 10:03 | c-4 |
        | 1      | clicked button | 10:01 | c-6 |
      When Nina asks for the events of 2026-11-22
      Then the events at 10:01, 10:02, 10:03 are shown in this order

    Scenario Outline: Names get <more or fewer> places while Nina reads
      Given each name lies in <first>
      And "clicked button" happened at 10:01, 10:02, 10:03, 10:04
      And Nina has read the first page of 2 of the events "clicked button"
      And each name lies in <then> now
      When Nina reads the remaining pages
      Then the events at 10:01, 10:02, 10:03, 10:04 are shown in this order

      Examples: More and fewer
        | more or fewer | first    | then     |
        | more          | 1 place  | 4 places |
        | fewer         | 4 places | 1 place  |

  Rule: The same event is kept once, also after names got more places or fewer

    Scenario Outline: Leo's app is not sure, and meanwhile names got <more or fewer> places
      Given each name lies in <first>
      And "clicked button" happened at 10:01 as "c-1"
      And each name lies in <then> now
      When Leo's app records "clicked button" at 10:01 as "c-1"
      Then the event recorded before is shown
      And "clicked button" is kept once

      Examples: More and fewer
        | more or fewer | first    | then     |
        | more          | 1 place  | 4 places |
        | fewer         | 4 places | 1 place  |

    Example: Half of a batch was recorded when each name lay in one place
      Given each name lies in 1 place
      And "clicked button" happened at 10:01 as "c-1"
      And each name lies in 4 places now
      When Leo's app records these events in one go:
        | event          | time  | id  |
        | clicked button | 10:01 | c-1 |
        | clicked button | 10:02 | c-4 |
      Then all 2 events are recorded
      And "clicked button" is kept at 10:01, 10:02

    Example: Leo's app sends other details than when each name lay in one place
      Given each name lies in 1 place
      And "clicked button" happened at 10:01 as "c-1" with:
        | button | buy |
      And each name lies in 4 places now
      When Leo's app records "clicked button" at 10:01 as "c-1" with:
        | button | sell |
      Then this is refused because the event was recorded with other details
      And nothing was changed

  Rule: A name that looks like another name's place is a name like any other

    Developers tell a name's places apart by a number behind a "#". A shop may use such a name itself, and it is never mixed up
    with a place.

    Scenario Outline: Nina asks for the events "<name>"
      Given each name lies in 4 places
      And these events:
        | event           | time  | id  |
        | clicked level   | 10:01 | c-1 |
        | clicked level   | 10:02 | c-3 |
        | clicked level#3 | 10:03 | c-1 |
        | clicked level#3 | 10:04 | c-3 |
      When Nina asks for the events "<name>"
      Then the events at <times> are shown in this order

      Examples: With and without a number
        | name            | times        |
        | clicked level   | 10:01, 10:02 |
        | clicked level#3 | 10:03, 10:04 |
