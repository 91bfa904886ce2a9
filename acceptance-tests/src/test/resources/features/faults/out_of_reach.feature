@needs-faults
Feature: The data can't be reached
  As the owner of a shop that uses the service
  I want to hear soon that its data is out of reach,
  so that I can come back later instead of waiting for nothing.

  Rule: Whoever can't be served is told to come back later

    Scenario Outline: Nobody <does> while the data is out of reach
      Given the user ada@example.com
      And the data is out of reach
      When Sam <does>
      Then this is refused because the service is busy
      And nothing was changed

      Examples: Users
        | does                                       |
        | creates the user bob@example.com           |
        | reads the user ada@example.com             |
        | removes city from the user ada@example.com |
        | deletes the user ada@example.com           |

    Example: Kim gets no list while the data is out of reach
      Given the user ada@example.com
      And the data is out of reach
      When Kim lists the users
      Then this is refused because the service is busy

    Example: Data that takes too long
      Given the user ada@example.com
      And the data is slow to answer
      When Sam reads the user ada@example.com
      Then this is refused because the service is busy

  Rule: Whoever comes back later gets through

    Example: The same user once more
      Given the data is out of reach
      And Sam was sent away when he created the user ada@example.com
      And all is well again
      When Sam creates the user ada@example.com
      Then the user ada@example.com is shown
      And the user's version is 1

  Rule: Data that is away for a moment is asked again

    Example: A request that never arrived
      Given the user ada@example.com
      And the data never gets the request once
      When Sam reads the user ada@example.com
      Then the user ada@example.com is shown

  Rule: Whether the service is there doesn't depend on its data

    Example: The service is there, its data is not
      Given the data is out of reach
      When Max's monitoring asks whether the service is there
      Then the service says that it is
