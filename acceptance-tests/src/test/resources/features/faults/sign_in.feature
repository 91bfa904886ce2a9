@needs-faults
Feature: The sign-in can't be checked just now
  As the owner of the service
  I want nobody let in whose sign-in can't be checked,
  so that a fault elsewhere never opens the door.

  Rule: Whoever can't be checked is not let in, and is told to come back later

    Scenario Outline: Nobody <does>
      Given the user ada@example.com
      And sign-ins can't be checked
      When Sam <does>
      Then this is refused because the sign-in can't be checked just now
      And nothing was changed

      Examples: Reading and writing
        | does                             |
        | reads the user ada@example.com   |
        | creates the user bob@example.com |

  Rule: As soon as sign-ins can be checked again, people get in as before

    Example: Sam comes back
      Given sign-ins can't be checked
      And Sam was sent away when he created the user ada@example.com
      And all is well again
      When Sam creates the user ada@example.com
      Then the user ada@example.com is shown

  Rule: What needs no sign-in goes on

    Example: Whether the service is there
      Given sign-ins can't be checked
      When Max's monitoring asks whether the service is there
      Then the service says that it is
