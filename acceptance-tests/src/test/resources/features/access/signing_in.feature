@needs-authorizer
Feature: Nobody gets in without signing in
  As someone who answers for people's data
  I want everybody who asks for it to have a valid sign-in,
  so that nobody reads or changes it who isn't known.

  Not from the article, which has no section on this. A service in use needs it.

  Rule: Without signing in, nothing is shown and nothing is changed

    @smoke
    Example: Eve reads a user without signing in
      Given the user ada@example.com
      And Eve has not signed in
      When Eve reads the user ada@example.com
      Then this is refused because the sign-in is missing or not valid

    Example: Eve tries everything without signing in
      Given the user ada@example.com with:
        | city | London |
      When Eve tries everything without signing in
      Then everything that asks for a right is refused because the sign-in is missing or not valid
      And nothing was changed

  Rule: Anybody may ask whether the service is there

    Example: Max's monitoring asks without signing in
      Given Max's monitoring has not signed in
      When Max's monitoring asks whether the service is there
      Then the service says that it is

  Rule: An invalid sign-in lets nobody in

    An expired sign-in may still count for 90 seconds, and one with a withdrawn key for 6 minutes. A single sign-in can't be
    taken back before it expires.

    @needs-issuer
    Scenario Outline: Sam's sign-in <has a flaw>
      Given the user ada@example.com
      And Sam's sign-in <has a flaw>
      When Sam deletes the user ada@example.com
      Then this is refused because the sign-in is missing or not valid
      And nothing was changed

      Examples: Genuine at first sight
        | has a flaw                      |
        | has expired                     |
        | is not valid yet                |
        | comes from somewhere else       |
        | is for another service          |
        | was signed with a withdrawn key |

    Example: Eve alters her sign-in
      Given the user ada@example.com
      And Eve has altered her sign-in
      When Eve deletes the user ada@example.com
      Then this is refused because the sign-in is missing or not valid
      And nothing was changed
