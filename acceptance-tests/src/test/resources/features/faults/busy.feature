@needs-faults
Feature: The service is busy
  As the owner of a shop that uses the service
  I want to be told to come back later when it is busy,
  so that nothing is lost and nothing is half done.

  Rule: A request that the data refuses changes nothing

    Scenario Outline: Nobody <does> while the data is too busy
      Given the user ada@example.com with:
        | city | Tulsa |
      And the data is too busy
      When Sam <does>
      Then this is refused because the service is busy
      And nothing was changed

      Examples: Users
        | does                                       |
        | creates the user bob@example.com           |
        | removes city from the user ada@example.com |
        | deletes the user ada@example.com           |

  Rule: Whoever comes back later gets through

    Example: The same user once more
      Given the data is too busy
      And Sam was sent away when he created the user ada@example.com
      And all is well again
      When Sam creates the user ada@example.com
      Then the user ada@example.com is shown
      And the user's version is 1

  Rule: A rush that is over in a moment goes unnoticed

    Example: A user who is created all the same
      Given the data is too busy once
      When Sam creates the user ada@example.com
      Then the user ada@example.com is shown
      And the user's version is 1
