@article:keys
Feature: Recording an event
  As an analyst
  I want everything that happens kept with its name and its time,
  so that I can tell later what happened when.

  The article's sections: Design Considerations for Querying Data (time-based data) and Basics of Primary and Sort
  Keys: the primary key need not be unique, the composite of both keys is.

  Rule: An event is kept under its name, at its time

    @smoke
    Example: Ada records a click
      When Ada records "clicked button" at 10:15:30.123
      Then "clicked button" is kept at 10:15:30.123
      And the event's day is the day of its time

    Example: Ada records what happens right now
      When Ada records "clicked button"
      Then the event has the time of now
      And the event has an id of its own
      And "clicked button" is kept once

    Example: Ada adds details that nobody defined beforehand
      When Ada records "clicked button" at 10:15 with:
        | button   | buy |
        | basket.items | 3 |
      Then the event is shown with:
        | button   | buy |
        | basket.items | 3 |
      And the event is kept as shown

  Rule: Many events may have the same name, as long as they differ in time

    Example: Ada records two clicks
      Given "clicked button" happened at 10:01
      When Ada records "clicked button" at 10:02
      Then "clicked button" is kept at 10:01, 10:02

  Rule: Many events may have the same time, as long as they differ in name

    Example: Ada records what two did at once
      Given "clicked button" happened at 10:01
      When Ada records "opened page" at 10:01
      Then "clicked button" is kept at 10:01
      And "opened page" is kept at 10:01

  Rule: Two events of one name at one instant are told apart by their ids

    Example: Ada and Grace click at the same instant
      Given "clicked button" happened at 10:01 as "ada-1"
      When Ada records "clicked button" at 10:01 as "grace-1"
      Then "clicked button" is kept at 10:01, 10:01
      And "clicked button" is kept as "ada-1", "grace-1"

    Example: Two clicks at one instant without ids
      Given "clicked button" happened at 10:01
      When Ada records "clicked button" at 10:01
      Then "clicked button" is kept at 10:01, 10:01

  Rule: The same event recorded again is kept once

    Example: Ada is not sure whether the first time counted
      Given "clicked button" happened at 10:01 as "c-1"
      When Ada records "clicked button" at 10:01 as "c-1"
      Then the event of before is shown
      And "clicked button" is kept once

    Example: Two of Ada's devices send the same event at the same moment
      When Ada records "clicked button" at 10:01 as "c-1" from 3 devices at the same moment
      Then all of them succeed
      And "clicked button" is kept once

    Example: The same again with the same details
      Given "clicked button" happened at 10:01 as "c-1" with:
        | button | buy |
      When Ada records "clicked button" at 10:01 as "c-1" with:
        | button | buy |
      Then the event of before is shown
      And "clicked button" is kept once

  Rule: The same event with other details is refused

    Example: Ada sends another button for the same click
      Given "clicked button" happened at 10:01 as "c-1" with:
        | button | buy |
      When Ada records "clicked button" at 10:01 as "c-1" with:
        | button | sell |
      Then this is refused because the event was recorded with other details
      And nothing was changed

    Example: Ada sends fewer details for the same click
      Given "clicked button" happened at 10:01 as "c-1" with:
        | button | buy |
      When Ada records "clicked button" at 10:01 as "c-1"
      Then this is refused because the event was recorded with other details
      And nothing was changed

  Rule: An event needs a name, and a time that exists

    Scenario Outline: Ada records an event <that is wrong>
      When Ada records an event with the <part> "<value>"
      Then this is refused because the <part> is not one
      And nothing was changed

      Examples: Names
        | that is wrong  | part | value |
        | without a name | name |       |

      Examples: Times
        | that is wrong              | part | value                     |
        | on 30 February             | time | 2026-02-30T10:00:00Z      |
        | at 25 o'clock              | time | 2026-11-22T25:00:00Z      |
        | without a time zone        | time | 2026-11-22T10:00:00       |
        | at a time in words         | time | yesterday                 |
