@article:time_series
Feature: Keeping events as they were
  As an analyst
  I want what was recorded to stay as it was recorded,
  so that two people who ask the same question get the same answer.

  The article's section: Design Considerations for Querying Data (time-based data). An event goes in one way only: it expires.

  Rule: An event is never changed

    Example: Leo's app wants to correct a click
      Given "clicked button" happened at 10:01 as "c-1" with:
        | button | buy |
      When Leo's app changes the event "clicked button"
      Then this is refused because the service offers nothing of the kind
      And nothing was changed

    Example: Leo's app records a correction beside it
      Given "clicked button" happened at 10:01 as "c-1" with:
        | button | buy |
      When Leo's app records "clicked button" at 10:01 as "c-2" with:
        | corrects | c-1  |
        | button   | sell |
      Then "clicked button" is kept as "c-1", "c-2"

  Rule: Nobody can delete an event

    Example: Leo's app wants to take a click back
      Given "clicked button" happened at 10:01
      When Leo's app deletes the event "clicked button"
      Then this is refused because the service offers nothing of the kind
      And nothing was changed

  Rule: Events stay when the user whom they mention is deleted

    Example: Ada asks to be forgotten
      Given the user ada@example.com
      And "clicked button" happened at 10:01 as "c-1" with:
        | customer | ada@example.com |
      When Sam deletes the user ada@example.com
      Then there is no user ada@example.com
      And "clicked button" is kept once
      And nothing else was changed
