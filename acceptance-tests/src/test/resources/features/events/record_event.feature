@article:time_series @article:primary_and_sort_keys
Feature: Recording an event
  As an analyst
  I want everything that happens kept with its name and its time,
  so that I can tell later what happened when.

  The article's sections: Design Considerations for Querying Data (time-based data) and Basics of Primary and Sort
  Keys: the primary key need not be unique, the composite of both keys is.

  Rule: An event is kept under its name, at its time

    @smoke
    Example: Ada clicks a button
      When Leo's app records "clicked button" at 10:15:30.123
      Then "clicked button" is kept at 10:15:30.123
      And the event's day is the day of its time

    Example: Leo's app leaves the time to the service
      When Leo's app records "clicked button"
      Then the event has the time of now
      And the event has an id of its own
      And "clicked button" is kept once

    Example: Leo's app adds details that nobody defined beforehand
      When Leo's app records "clicked button" at 10:15 with:
        | button       | buy |
        | basket.items | 3   |
      Then the event is shown with:
        | button       | buy |
        | basket.items | 3   |
      And the event is kept as shown

  Rule: Many events may have the same name

    Example: Ada clicks twice
      Given "clicked button" happened at 10:01
      When Leo's app records "clicked button" at 10:02
      Then "clicked button" is kept at 10:01, 10:02

  Rule: Many events may have the same time

    Example: Ada clicks while Grace opens a page
      Given "clicked button" happened at 10:01
      When Leo's app records "opened page" at 10:01
      Then "clicked button" is kept at 10:01
      And "opened page" is kept at 10:01

  Rule: Two events of one name at one instant are told apart by their ids

    Example: Ada and Grace click at the same instant
      Given "clicked button" happened at 10:01 as "ada-1"
      When Leo's app records "clicked button" at 10:01 as "grace-1"
      Then "clicked button" is kept at 10:01, 10:01
      And "clicked button" is kept as "ada-1", "grace-1"

    Example: Two clicks at one instant without ids
      Given "clicked button" happened at 10:01
      When Leo's app records "clicked button" at 10:01
      Then "clicked button" is kept at 10:01, 10:01

  Rule: The same event recorded again is kept once

    Example: Leo's app is not sure whether the first time counted
      Given "clicked button" happened at 10:01 as "c-1"
      When Leo's app records "clicked button" at 10:01 as "c-1"
      Then the event recorded before is shown
      And "clicked button" is kept once

    Example: Three of Ada's devices send the same event at the same moment
      When Leo's app records "clicked button" at 10:01 as "c-1" from 3 devices at the same moment
      Then all of them succeed
      And "clicked button" is kept once

    Example: The same again with the same details
      Given "clicked button" happened at 10:01 as "c-1" with:
        | button | buy |
      When Leo's app records "clicked button" at 10:01 as "c-1" with:
        | button | buy |
      Then the event recorded before is shown
      And "clicked button" is kept once

  Rule: The same event with other details is refused

    Example: Leo's app sends another button for the same click
      Given "clicked button" happened at 10:01 as "c-1" with:
        | button | buy |
      When Leo's app records "clicked button" at 10:01 as "c-1" with:
        | button | sell |
      Then this is refused because the event was recorded with other details
      And nothing was changed

    Example: Leo's app sends fewer details for the same click
      Given "clicked button" happened at 10:01 as "c-1" with:
        | button | buy |
      When Leo's app records "clicked button" at 10:01 as "c-1"
      Then this is refused because the event was recorded with other details
      And nothing was changed

  Rule: An event may be of any time, unless the shop keeps events for a limited time

    Scenario Outline: An event of <when>
      When Leo's app records an event with the time "<time>"
      Then the event is kept as shown
      And the event's day is "<day>"

      Examples: The far past and the far future
        | when                           | time                 | day        |
        | the day of the moon landing    | 1969-07-20T20:17:40Z | 1969-07-20 |
        | a transit of Venus still ahead | 2117-12-11T02:48:00Z | 2117-12-11 |

  Rule: An event needs a name, and a time that exists

    Example: Leo's app forgets the name
      When Leo's app records an event with the name ""
      Then this is refused because an event needs a name
      And nothing was changed

    Scenario Outline: Leo's app records an event <that is wrong>
      When Leo's app records an event with the time "<time>"
      Then this is refused because the event has an invalid time
      And nothing was changed

      Examples: Times that don't exist, or can't be told
        | that is wrong       | time                 |
        | on 30 February      | 2026-02-30T10:00:00Z |
        | at 25 o'clock       | 2026-11-22T25:00:00Z |
        | without a time zone | 2026-11-22T10:00:00  |
        | at a time in words  | yesterday            |

  Rule: An event has room for 400 KB

    Example: Leo's app sends a picture along
      When Leo's app records "clicked button" at 10:01 with 400 KB of notes
      Then this is refused because it is too large
      And nothing was changed
