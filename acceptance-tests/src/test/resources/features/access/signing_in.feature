@needs-authorizer
Feature: Nobody gets in without signing in
  As someone who answers for people's data
  I want everybody who asks for it to have signed in, and credibly,
  so that nobody reads or changes it who isn't known.

  Not from the article: what comes around it in use.

  Rule: Without signing in, nothing is shown and nothing is changed

    Scenario Outline: Eve <asks> without signing in
      Given the user ada@example.com with:
        | city | London |
      And "clicked" happened at 10:00
      And Eve has not signed in
      When Eve <asks>
      Then this is refused because the sign-in is missing or not valid
      And nothing was changed

      @smoke
      Examples: To see something
        | asks                           |
        | reads the user ada@example.com |

      Examples: To see more
        | asks                                 |
        | lists the users                      |
        | asks for the events "clicked"        |
        | asks for the events of 2026-11-22    |

      Examples: To change something
        | asks                                          |
        | creates the user eve@example.com              |
        | removes city from the user ada@example.com    |
        | deletes the user ada@example.com              |
        | records "clicked" at 10:01                    |
        | records 3 events "clicked" in one go          |

    Example: Whether the service is there, anybody may ask
      Given Max has not signed in
      When Max asks whether the service is there
      Then the service says that it is

  Rule: A sign-in that doesn't hold is none

    @needs-issuer
    Scenario Outline: Sam's sign-in <doesn't hold>
      Given the user ada@example.com
      And Sam's sign-in <doesn't hold>
      When Sam deletes the user ada@example.com
      Then this is refused because the sign-in is missing or not valid
      And nothing was changed

      Examples: Genuine at first sight
        | doesn't hold                    |
        | has expired                     |
        | is not valid yet                |
        | comes from somewhere else       |
        | is for another service          |
        | bears a seal that was withdrawn |

    Example: Eve alters her sign-in
      Given the user ada@example.com
      And Eve has altered her sign-in
      When Eve deletes the user ada@example.com
      Then this is refused because the sign-in is missing or not valid
      And nothing was changed
