@needs-faults
Feature: A part of the service breaks down
  As the owner of a shop that uses the service
  I want a clear answer also when a part of the service breaks down,
  so that I know to ask again, and that it does no harm.

  Rule: A function that breaks down before its work is stored has changed nothing

    If it breaks down after that, the work stays. That is told in "An answer got lost".

    Scenario Outline: A user who could not be created, as the function <breaks down>
      Given the function <breaks down>
      When Sam creates the user ada@example.com
      Then this is refused because <reason>
      And nothing was changed

      Examples: Ways to break down
        | breaks down        | reason             |
        | dies               | the service failed |
        | hangs              | the service failed |
        | runs out of memory | the service failed |
        | takes too long     | it took too long   |

  Rule: The next request is served again

    Example: The same user once more
      Given the function dies
      And Sam was sent away when he created the user ada@example.com
      And all is well again
      When Sam creates the user ada@example.com
      Then the user ada@example.com is shown
      And the user's version is 1
