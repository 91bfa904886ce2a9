@article:query @article:scan_all
Feature: Paging through events
  As an analyst
  I want to read long histories page by page, while new events keep coming,
  so that I neither miss an event nor count one twice.

  The article's section: Caveats of Scan: when an answer says where it ended, ask for what follows.

  Rule: Every event is shown once, in order over all pages

    @smoke
    Example: Nina reads two at a time
      Given "clicked button" happened at 10:01, 10:02, 10:03, 10:04, 10:05
      When Nina reads all pages of the events "clicked button" 2 at a time
      Then the events at 10:01, 10:02, 10:03, 10:04, 10:05 are shown in this order
      And no page has more than 2 events

    Example: Nina reads two at a time, the newest first
      Given "clicked button" happened at 10:01, 10:02, 10:03
      When Nina reads all pages of the events "clicked button" newest first 2 at a time
      Then the events at 10:03, 10:02, 10:01 are shown in this order

    Example: The pages of a period
      Given "clicked button" happened at 10:01, 10:02, 10:03, 10:04, 10:05
      When Nina reads all pages of the events "clicked button" after 10:01 and before 10:05 2 at a time
      Then the events at 10:02, 10:03, 10:04 are shown in this order

    Example: A page ends between two events of one instant
      Given these events:
        | event          | time  | id |
        | clicked button | 10:01 | a  |
        | clicked button | 10:02 | b  |
        | clicked button | 10:02 | c  |
        | clicked button | 10:02 | d  |
        | clicked button | 10:03 | e  |
      When Nina reads all pages of the events "clicked button" 2 at a time
      Then the events at 10:01, 10:02, 10:02, 10:02, 10:03 are shown in this order

  Rule: Events that arrive between two pages don't disturb the others

    Example: Events arrive before, within and after what Nina reads
      Given "clicked button" happened at 10:01, 10:02, 10:03, 10:04
      And Nina has read the first page of 2 of the events "clicked button"
      And "clicked button" happened at 10:00, 10:03:30, 10:05 meanwhile
      When Nina reads the remaining pages
      Then the events at 10:01, 10:02, 10:03, 10:03:30, 10:04, 10:05 are shown in this order

    Example: An event arrives while Nina reads back from the newest
      Given "clicked button" happened at 10:01, 10:02, 10:03, 10:04
      And Nina has read the first page of 2 of the events "clicked button" newest first
      And "clicked button" happened at 10:05 meanwhile
      When Nina reads the remaining pages
      Then the events at 10:04, 10:03, 10:02, 10:01 are shown in this order

  Rule: A page has 1 to 1,000 events

    Scenario Outline: Nina wants <how many> on a page of <what>
      When Nina reads all pages of the events <what> <count> at a time
      Then this is refused because a page has 1 to 1,000 events

      Examples: Too few and too many
        | how many           | what             | count |
        | no event           | "clicked button" | 0     |
        | one event too many | "clicked button" | 1001  |
        | one event too many | of 2026-11-22    | 1001  |

  Rule: A bookmark leads on in its own list only

    Scenario Outline: Nina takes a bookmark of the clicks to <another list>
      Given "clicked button" happened at 10:01, 10:02, 10:03
      And Nina has read the first page of 2 of the events "clicked button"
      When Nina goes on with that bookmark among the events <another list>
      Then this is refused because the bookmark is not of this list

      Examples: Other lists
        | another list                  |
        | "opened page"                 |
        | of 2026-11-22                 |
        | "clicked button" newest first |
        | "clicked button" after 10:01  |
